import type {ScenarioRun} from "../../lib/library/package/index.js";

/** A scenario: a published one by name, or what is changed of it. */
export type NotebookScenario =
  | string
  | {
      /** The scenario that is changed: the reference, if none is named. */
      parent?: string;
      title?: string;
      /** Inputs, `"cluster[atlas-b200].extra_count": 4096`, and rows, `"accelerator[b400]": "like b300"`. */
      set?: Readonly<Record<string, number | string>>;
      /** Formulas by column: `{"provider.margin": "revenue - cost"}`. */
      formulas?: Readonly<Record<string, string>>;
    };

/** What a sheet gives: a run as `rows`, `value`, `explain` and the exports take it, beside that of its base. */
export interface SheetRun extends ScenarioRun {
  /** The run of the base scenario. */
  baseline: ScenarioRun;
  /** Of what was typed and does not fit, why, by cell. */
  problems: ReadonlyMap<string, string>;
}

/** What a sheet shows. */
export interface SheetOptions {
  /** The scenario that it begins with: the reference, if none is named. */
  scenario?: NotebookScenario;
  /** The tables in the order of their tabs: names, or the columns of each, `true` for the main ones. */
  tables?: readonly string[] | Readonly<Record<string, true | readonly string[]>>;
  /** Of a table, the only rows that are shown, by key: `{cluster: ["atlas-b200"]}`; all, if nothing is said. */
  rows?: Readonly<Record<string, readonly string[]>>;
  /** Inputs with sliders above the tables: `["parameter.cost_of_capital", "region[texas].power_price"]`. */
  levers?: readonly string[];
  /** The month whose values are shown: `first`, `last`, or `2028-06`. */
  month?: string;
  /** What is shown at first: values, their change from the base scenario, or the first table's months across. */
  show?: "values" | "change" | "months";
  /** Readers may look at cells and copy them, and change none; `edit` still does. */
  readOnly?: boolean;
  /** `false` leaves out the formula bar: cells are edited in their places. */
  bar?: boolean;
  /** In pixels; as high as twelve rows need, if nothing is said. */
  height?: number;
}

/** An input in Observable's sense: `value` is a run, and `input` is fired after each edit that is taken. */
export interface SheetElement extends HTMLElement {
  readonly value: SheetRun;
  /** What was changed so far, as `scenario` takes it. */
  readonly own: Exclude<NotebookScenario, string>;
  /** Changes the scenario in one step, as if it had been typed. */
  edit: (scenario: NotebookScenario) => void;
  undo: () => void;
  redo: () => void;
}

/**
 * A spreadsheet of the model: `const run = view(sheet({tables: ["cluster"], levers: ["parameter.hurdle"]}))`. It fires
 * `cell` with the address and the month where the active cell is another. Throws an `InputError` for an unknown
 * scenario, table, column, row, cell or month.
 */
export function sheet(options?: SheetOptions): SheetElement;

export interface LinesOptions {
  /** In pixels. */
  width?: number;
  /** A logarithmic axis; else it starts at zero. */
  log?: boolean;
}

/**
 * Cells over the months of a run as lines, dashed as the base scenario has them. Throws an `InputError` for an unknown
 * cell, and for cells that are not in one unit.
 */
export function lines(
  run: Pick<SheetRun, "run" | "baseline">,
  cells: string | readonly string[],
  options?: LinesOptions
): HTMLElement;

export interface FanOptions {
  /** In pixels. */
  width?: number;
  /** Draws behind the range; 512, if nothing is said. */
  draws?: number;
}

/** A chart; `ready` is kept when its range stands on all draws. */
export type FanElement = HTMLElement & {readonly ready: Promise<void>};

/**
 * A cell over months with its 5th to 95th percentile, beside the base scenario's path:
 * `fan(run, "economy.cost_per_token")`. The range is drawn on the page's own thread, a few draws at a time, as long as
 * the element is in the page. Throws an `InputError` for an unknown cell.
 */
export function fan(run: SheetRun, cell: string, options?: FanOptions): FanElement;

/** What one change adds to a figure. */
export interface BridgeStep {
  /** An input, `table.column`, a column with a new formula, or a row. */
  input: string;
  amount: number;
}

/** A waterfall; its `value` are the steps, the largest first. */
export type BridgeElement = HTMLElement & {readonly value: readonly BridgeStep[]};

/**
 * What each change of a sheet adds to a figure of the economy in a month, as a waterfall from the base scenario:
 * `bridge(run, "economy.cost_per_token@59")`. Together, the steps are the difference. A click on a bar fires `cell`
 * with the address of the input. Throws an `InputError` for an unknown figure.
 */
export function bridge(run: SheetRun, figure: string): BridgeElement;

export interface SankeyOptions {
  /** In pixels. */
  width?: number;
  /** In pixels. */
  height?: number;
  /** The month: `first`, `last`, or `2028-06`; the last, if nothing is said. */
  month?: string;
  /** Whose money is followed: what users pay, if nothing is said. */
  of?: "users" | "investors";
}

/**
 * The payments between sectors in a month, as a Sankey diagram: `sankey(run, {month: "2028-06"})`. A click on a stream
 * fires `cell` with its address. Throws an `InputError` for a month outside the run.
 */
export function sankey(run: ScenarioRun, options?: SankeyOptions): HTMLElement;

/** What a cell is and where it comes from; `show` goes to another one. */
export type InspectorElement = HTMLElement & {show: (cell: string) => void};

/**
 * A cell's value, formula, inputs, sources, readers and path: `inspector(run, "economy.cost_per_token@59")`. A click on
 * another cell's name shows that one, and fires `cell`. Throws an `InputError` for a cell that is not there.
 */
export function inspector(run: ScenarioRun, cell: string): InspectorElement;

export interface TablesOptions {
  /** The folder with DuckDB's WebAssembly and worker; jsDelivr, if none is named. */
  duckdb?: string;
}

/** A row of a result. */
export type ResultRow = Record<string, number | string | boolean | Date | null>;

/** The tables of a run in DuckDB, as a database client of Observable's has them. */
export interface TablesClient {
  readonly dialect: "duckdb";
  /** A query's rows: numbers, texts and dates. Each `?` stands for one of the values. */
  query: (text: string, values?: readonly unknown[]) => Promise<ResultRow[]>;
  queryRow: (text: string, values?: readonly unknown[]) => Promise<ResultRow | null>;
  /** The same as a template: ``sql`SELECT * FROM cluster WHERE price > ${floor}` ``. */
  sql: (texts: readonly string[], ...values: readonly unknown[]) => Promise<ResultRow[]>;
  describeTables: () => Promise<{name: string}[]>;
  describeColumns: (of: {table: string}) => Promise<{name: string; type: string; unit: string; description: string}[]>;
}

/**
 * All tables of a run in DuckDB, for the SQL cells of a notebook: `const db = tables(run)`, or for Framework's
 * `const sql = tables(run).sql`. A table is put there when a query first mentions it, and DuckDB is started then.
 */
export function tables(run: ScenarioRun, options?: TablesOptions): TablesClient;
