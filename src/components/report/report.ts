import type {Identity} from "../../lib/export/identity.js";
/** The run behind a report. */
export interface ReportMeta {
  /** Name and title of the scenario, and its changes. */
  scenario: string;
  title: string;
  description: string;
  changes: string;
  /** First and last month, YYYY-MM. */
  from: string;
  to: string;
  /** Hash of the model; where known, of the project's commit and of the scenario's settings. */
  hash: string;
  commit?: string;
  scenarioHash?: string;
  /** Version of the project: `0.1.0, commit 4e622aa3c550`. */
  version?: string;
  seed: number;
  draws: number;
  /** Date of the report, YYYY-MM-DD. */
  date: string;
}

/** The identity of a report's run. */
export function identityIn({hash, commit = "", scenarioHash = "", seed, draws}: ReportMeta): Identity {
  return {commit, model: hash, scenario: scenarioHash, ...(draws > 0 && {design: {seed, draws}})};
}

/** A table in a report: numbers in full precision, with units. */
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
  /** One-sentence summary for screen readers. */
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

/** A key number in words, with its range and its value without the changes. */
export interface KeyNumber {
  label: string;
  value: string;
  range: string;
  /** Its value in the last month, if stated. */
  later?: string;
  before: string;
}

/** An input that differs from the reference. */
export interface Changed {
  input: string;
  before: string;
  now: string;
}

/** The first page: what a board needs to know first. */
export interface Opening {
  /** The decision or finding, in one or two sentences. */
  finding: string;
  /** Three key numbers. */
  numbers: readonly KeyNumber[];
  /** The basis of comparison, such as “the Reference scenario”; empty if there is none. */
  against: string;
  changed: readonly Changed[];
  /** The most influential inputs of the first key number. */
  depends?: ReportChart | undefined;
}

export interface Report {
  /** File name, without extension. */
  name: string;
  title: string;
  opening: Opening;
  sections: ReportSection[];
  /** The publications behind the report's assumptions: title, address and date. */
  sources: {title: string; url: string; date: string}[];
}

/** A report without its first page. */
export type ReportBody = Omit<Report, "opening">;

/** A section with the given parts; the others are empty. */
export function section(heading: string, parts: Partial<Omit<ReportSection, "heading">>): ReportSection {
  return {heading, paragraphs: [], charts: [], tables: [], ...parts};
}

/** All tables of a report including those behind its charts, each title once. */
export function allTables({opening, sections}: Report): ReportTable[] {
  const {depends} = opening;
  const first = [numbersTable(opening), changedTable(opening)].filter(({rows}) => rows.length > 0);
  const tables = [
    ...first,
    ...(depends ? [{...depends.table, title: depends.title}] : []),
    ...sections.flatMap(({charts, tables}) => [...charts.map(({title, table}) => ({...table, title})), ...tables])
  ];
  return tables.filter(({title}, i) => tables.findIndex((other) => other.title === title) === i);
}

/** The key numbers of the first page as a table. */
function numbersTable({numbers, against}: Opening): ReportTable {
  const rows = numbers.map(({label, value, range, later = "", before}) => [label, value, range, later, before]);
  const names = ["number", "value", "range", "later", `in ${against}`];
  const filled = names.flatMap((_, i) => (rows.some((row) => row[i] !== "") ? [i] : []));
  return {
    title: "Key numbers",
    source: "",
    columns: filled.map((i) => plainColumn(names[i]!)),
    rows: rows.map((row) => filled.map((i) => row[i]!))
  };
}

/** The differences from the reference as a table. */
export function changedTable({changed, against}: Opening): ReportTable {
  return {
    title: "Changed inputs",
    source: "",
    columns: ["input", `in ${against}`, "here"].map(plainColumn),
    rows: changed.map(({input, before, now}) => [input, before, now])
  };
}

function plainColumn(name: string): {name: string; unit: string} {
  return {name, unit: ""};
}
