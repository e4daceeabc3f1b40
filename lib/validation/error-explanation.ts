import {table} from "../model/parameter.js";
import type {Table} from "../sheet/index.js";

/** Why a class of measurements is predicted badly. An empty cell fits any measurement. */
export interface Cause {
  language_model: string;
  accelerator: string;
  publisher: string;
  scenario: string;
  explanation: string;
}

export const cause: Table<Cause> = table<Cause>(
  "cause",
  "Known causes of large errors, by the class of measurements that they concern.",
  ({text}) => ({
    language_model: text("Key of the model, or any"),
    accelerator: text("Key of the accelerator, or any"),
    publisher: text("What the publisher's name begins with, or any"),
    scenario: text("What the scenario begins with, or any"),
    explanation: text("Why the prediction is off, in a sentence")
  })
);
