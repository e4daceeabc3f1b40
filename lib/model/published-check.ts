import {tableBuilder, type Table} from "../sheet/index.js";

/** A figure that others publish, how they define it, and the cell of the model that predicts it. */
interface PublishedCheck {
  definition: string;
  cell: string;
  unit: string;
  low: number;
  high: number;
  published: number;
  basis: string;
  as_of: string;
  counted: "yes" | "no";
  reason: string;
  explanation: string;
}

export const publishedCheck: Table<PublishedCheck> = tableBuilder<PublishedCheck, object>()<PublishedCheck>(
  "published_check",
  "Figures that others publish of what the model predicts, with the definition that both sides share.",
  ({text, input}) => ({
    definition: text("What it is"),
    cell: text("Cell of the model that predicts it, table[row].column@month; without a month, of the first"),
    unit: text("Unit of the values"),
    low: input("1", "Low end of what is published, in the unit of its row"),
    high: input("1", "High end of what is published"),
    published: input("1", "Central published value, where there is one"),
    basis: text("What the published figure counts, and how the model's is made to count the same"),
    as_of: text("Date or period of the published figure"),
    counted: text<PublishedCheck["counted"]>("yes; no where an input is calibrated on it"),
    reason: text("Why it is not counted"),
    explanation: text("Why the prediction is off, where it is")
  })
);
