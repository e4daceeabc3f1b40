import type {Identity} from "../../lib/export/identity.js";
/** The run that a report is on. */
export interface ReportMeta {
  /** Name and title of the scenario, and what it changes. */
  scenario: string;
  title: string;
  description: string;
  changes: string;
  /** First and last month, YYYY-MM. */
  from: string;
  to: string;
  /** Of the model; of the project's commit and of what the scenario sets, where they are known. */
  hash: string;
  commit?: string;
  scenarioHash?: string;
  /** Of the project: `0.1.0, commit 4e622aa3c550`. */
  version?: string;
  seed: number;
  draws: number;
  /** When the report was made, YYYY-MM-DD. */
  date: string;
}

/** What identifies the run of a report. */
export function identityIn({hash, commit = "", scenarioHash = "", seed, draws}: ReportMeta): Identity {
  return {commit, model: hash, scenario: scenarioHash, ...(draws > 0 && {design: {seed, draws}})};
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

/** The first page: what a board needs before it turns to the next. */
export interface Opening {
  /** The decision or the finding, in a sentence or two. */
  finding: string;
  /** Three of them. */
  numbers: readonly KeyNumber[];
  /** What the changes are against, as “the Reference scenario”; empty where there is nothing to compare with. */
  against: string;
  changed: readonly Changed[];
  /** What the first of the numbers depends on most. */
  depends?: ReportChart | undefined;
}

export interface Report {
  /** Name of its file, without ending. */
  name: string;
  title: string;
  opening: Opening;
  sections: ReportSection[];
  /** Titles, addresses and dates of what supports the assumptions that it rests on. */
  sources: {title: string; url: string; date: string}[];
}

/** A report without its first page. */
export type ReportBody = Omit<Report, "opening">;

/** A section with what it has; the rest is empty. */
export function section(heading: string, parts: Partial<Omit<ReportSection, "heading">>): ReportSection {
  return {heading, paragraphs: [], charts: [], tables: [], ...parts};
}

/** All tables of a report, those behind its charts too, each title once. */
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

/** The numbers of the first page as a table. */
function numbersTable({numbers, against}: Opening): ReportTable {
  const rows = numbers.map(({label, value, range, later = "", before}) => [label, value, range, later, before]);
  const names = ["number", "value", "range", "later", `in ${against}`];
  const told = names.flatMap((_, i) => (rows.some((row) => row[i] !== "") ? [i] : []));
  return {
    title: "Key numbers",
    source: "",
    columns: told.map((i) => plainColumn(names[i]!)),
    rows: rows.map((row) => told.map((i) => row[i]!))
  };
}

/** What differs from the reference as a table. */
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
