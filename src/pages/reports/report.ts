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
  "source"
] as const;

/** Which run a report tells of. */
export interface ReportMeta {
  /** Name and title of the scenario, and what it changes. */
  scenario: string;
  title: string;
  description: string;
  changes: string;
  /** First and last month, YYYY-MM. */
  from: string;
  to: string;
  hash: string;
  seed: number;
  draws: number;
  /** When the report was made, YYYY-MM-DD. */
  date: string;
}

/** A table in a report: numbers in full, with their unit. */
export interface ReportTable {
  title: string;
  source: string;
  columns: {name: string; unit: string}[];
  rows: (string | number | null)[][];
}

/** A chart in a report, with its numbers. */
export interface ReportChart {
  title: string;
  unit: string;
  source: string;
  /** What one would say of it on the telephone. */
  takeaway: string;
  draw: (size: {width: number}) => Element;
  table: ReportTable;
}

export interface ReportSection {
  heading: string;
  paragraphs: string[];
  charts: ReportChart[];
  tables: ReportTable[];
}

export interface Report {
  /** Name of its file, without ending. */
  name: string;
  title: string;
  sections: ReportSection[];
  /** Titles, addresses and dates of what supports the assumptions that it rests on. */
  sources: {title: string; url: string; date: string}[];
}
/** All tables of a report, those behind its charts too, each title once. */

export function allTables({sections}: Report): ReportTable[] {
  const tables = sections.flatMap(({charts, tables}) => [
    ...charts.map(({title, table}) => ({...table, title})),
    ...tables
  ]);
  return tables.filter(({title}, i) => tables.findIndex((other) => other.title === title) === i);
}
