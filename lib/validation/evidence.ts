import {table} from "../model/parameter.js";
import type {Table} from "../sheet/index.js";
import {measurement, type Measurement} from "./measurement.js";

/** What a measurement adds to predictions of others, beyond the physics. */
export interface Evidence {
  measurement: Measurement;
  places: number;
  residual: number;
  influence: number;
  noise: number;
}

export const evidence: Table<Evidence> = table<Evidence>(
  "evidence",
  "What measurements add to the physics: how far it is off, and with what weight that corrects predictions of others.",
  ({ref, input}) => ({
    measurement: ref(() => measurement, "What was measured"),
    places: input("1", "Requests in work on an accelerator"),
    residual: input("1", "Measured over predicted rate, in logarithms"),
    influence: input("1", "Weight with which it corrects, for a covariance of 1"),
    noise: input("1", "Variance of its noise, in logarithms")
  })
);
