import type {RowsOf} from "../../components/rows/table-types.js";

/** The tables that reports are made from, by name: rows of one scenario. */
export type ReportTables = {readonly [N in (typeof reportTables)[number]]: RowsOf<N>};

/** What a report needs of the published tables. */
export const reportTables = [
  "scenario",
  "headline",
  "flow",
  "account",
  "economy",
  "accelerator",
  "region",
  "facility",
  "neocloud",
  "cluster",
  "provider",
  "deployment",
  "application",
  "segment",
  "neocloud_statement",
  "provider_statement",
  "application_statement",
  "plan",
  "plan_action",
  "plan_limit",
  "assumption",
  "swing",
  "driver",
  "source"
] as const;

/** What a report is about, beside its tables. */
export interface Subject {
  /** Title of the scenario. */
  title: string;
  /** What it changes: `cell: value; cell: value`. */
  changes: string;
  /** The headline figures of the reference scenario. */
  reference: RowsOf<"headline">;
  /** Title of the scenario whose figures the table `swing` moves. */
  swung: string;
}
