import type {Column} from "../sheet/column.js";
import type {Table} from "../sheet/index.js";
import {parameter, table, type Parameter} from "./parameter.js";

/** The parameters that corrections replace. */
export const corrected = [
  "downstream_share",
  "transfer_share",
  "accelerator_life",
  "facility_life",
  "cost_of_capital",
  "layers_meet",
  "load_share",
  "measured_hours",
  "realised_share",
  "consumer_work_share",
  "wage"
] as const satisfies readonly (keyof Parameter)[];

type Corrected = Record<(typeof corrected)[number], number>;

/** A step of the audit: its title, its reason and the parameters that it replaces (empty: unchanged). */
export interface Correction extends Corrected {
  title: string;
  reason: string;
}

/** The steps of the audit, in order; the first replaces nothing and states the claim. */
export const correction: Table<Correction> = table<Correction>(
  "readme_correction",
  "Corrections of the earlier program, one per row, each on top of those before.",
  ({text}) => ({title: text("What is corrected"), reason: text("Why"), ...correctedColumns()})
);

function correctedColumns(): Record<keyof Corrected, Column<number>> {
  const columns = corrected.map((name) => [name, parameter.columns[name]]);
  return Object.fromEntries(columns) as Record<keyof Corrected, Column<number>>;
}
