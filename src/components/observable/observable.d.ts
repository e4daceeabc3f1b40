import type {ScenarioRun} from "../../lib/library/package/index.js";

/** A scenario: a published one by name, or a custom one. */
export type NotebookScenario =
  | string
  | {
      /** Base scenario; the reference by default. */
      parent?: string;
      title?: string;
      /** Inputs, `"cluster[atlas-b200].extra_count": 4096`, and rows, `"accelerator[b400]": "like b300"`. */
      set?: Readonly<Record<string, number | string>>;
      /** Formulas by column: `{"provider.margin": "revenue - cost"}`. */
      formulas?: Readonly<Record<string, string>>;
    };

/**
 * The value of a sheet: a run, in the form that `rows`, `value`, `explain` and the exports take, beside its base
 * scenario's.
 */
export interface SheetRun extends ScenarioRun {
  /** The run of the base scenario. */
  baseline: ScenarioRun;
  /** Why parts of the scenario do not fit, by cell. */
  problems: ReadonlyMap<string, string>;
}

/** The content and appearance of a sheet. */
export interface SheetOptions {
  /** Initial scenario; the reference by default. */
  scenario?: NotebookScenario;
  /** The tables in the order of their tabs: names, or for each table its columns, `true` for the main ones. */
  tables?: readonly string[] | Readonly<Record<string, true | readonly string[]>>;
  /** By table, the keys of the rows to show: `{cluster: ["atlas-b200"]}`; all by default. */
  rows?: Readonly<Record<string, readonly string[]>>;
  /** Inputs with sliders above the tables: `["parameter.cost_of_capital", "region[texas].power_price"]`. */
  levers?: readonly string[];
  /** The month shown: `first`, `last`, or `2028-06`. */
  month?: string;
  /** Initial view: values, changes from the base scenario, or the months of the first table across. */
  show?: "values" | "change" | "months";
  /** Whether readers may only look at and copy cells; `edit` still works. */
  readOnly?: boolean;
  /** `false` hides the formula bar: cells are then edited in place. */
  bar?: boolean;
  /** Height in pixels; twelve rows by default. */
  height?: number;
}

/** An input in Observable's sense: `value` is a run, and `input` is fired after each valid edit. */
export interface SheetElement extends HTMLElement {
  readonly value: SheetRun;
  /** The changes so far, in the form that `scenario` takes. */
  readonly own: Exclude<NotebookScenario, string>;
  /** Changes the scenario in one step, as if entered by hand. */
  edit: (scenario: NotebookScenario) => void;
  undo: () => void;
  redo: () => void;
}

/**
 * A spreadsheet of the model: `const run = view(sheet({tables: ["cluster"], levers: ["parameter.hurdle"]}))`. It fires
 * `cell` with address and month when the active cell changes. Throws an `InputError` for an unknown scenario, table,
 * column, row, cell or month.
 */
export function sheet(options?: SheetOptions): SheetElement;

export interface LinesOptions {
  /** Width in pixels. */
  width?: number;
  /** Whether the axis is logarithmic; otherwise it starts at zero. */
  log?: boolean;
}

/**
 * Cells over the months of a run as lines, with the base scenario dashed. Throws an `InputError` for an unknown cell,
 * and for cells with different units.
 */
export function lines(
  run: Pick<SheetRun, "run" | "baseline">,
  cells: string | readonly string[],
  options?: LinesOptions
): HTMLElement;

export interface FanOptions {
  /** Width in pixels. */
  width?: number;
  /** Number of draws behind the range; 512 by default. */
  draws?: number;
}

/** A chart; `ready` resolves when its range is based on all draws. */
export type FanElement = HTMLElement & {readonly ready: Promise<void>};

/**
 * A cell over months with its 5th–95th percentile range, beside the base scenario's path: `fan(run,
 * "economy.cost_per_token")`. The range is drawn on the page's own thread, a few draws at a time, while the element is
 * on the page. Throws an `InputError` for an unknown cell.
 */
export function fan(run: SheetRun, cell: string, options?: FanOptions): FanElement;

/** The contribution of one change to a figure. */
export interface BridgeStep {
  /** An input, `table.column`, a column with a new formula, or a row. */
  input: string;
  amount: number;
}

/** A waterfall; its `value` is the steps, largest first. */
export type BridgeElement = HTMLElement & {readonly value: readonly BridgeStep[]};

/**
 * The contribution of each change in a sheet to a figure of the economy in a month, as a waterfall from the base
 * scenario: `bridge(run, "economy.cost_per_token@59")`. The steps add up to the difference. Clicking a bar fires `cell`
 * with the address of the input. Throws an `InputError` for an unknown figure.
 */
export function bridge(run: SheetRun, figure: string): BridgeElement;

export interface SankeyOptions {
  /** Width in pixels. */
  width?: number;
  /** Height in pixels. */
  height?: number;
  /** The month: `first`, `last`, or `2028-06`; the last by default. */
  month?: string;
  /** Whose spending to follow; users' by default. */
  of?: "users" | "investors";
}

/**
 * The payments between sectors in a month, as a Sankey diagram: `sankey(run, {month: "2028-06"})`. Clicking a stream
 * fires `cell` with its address. Throws an `InputError` for a month outside the run.
 */
export function sankey(run: ScenarioRun, options?: SankeyOptions): HTMLElement;

/** An element that explains a cell; `show` switches to another cell. */
export type InspectorElement = HTMLElement & {show: (cell: string) => void};

/**
 * A cell's value, formula, precedents, sources, dependents and path: `inspector(run, "economy.cost_per_token@59")`.
 * Clicking another cell's name shows that cell and fires `cell`. Throws an `InputError` for an unknown cell.
 */
export function inspector(run: ScenarioRun, cell: string): InspectorElement;

export interface TablesOptions {
  /** The folder with DuckDB's WebAssembly and worker; jsDelivr by default. */
  duckdb?: string;
}

/** A row of a result. */
export type ResultRow = Record<string, number | string | boolean | Date | null>;

/** The tables of a run in DuckDB, with the interface of Observable's database clients. */
export interface TablesClient {
  readonly dialect: "duckdb";
  /** A query's rows: numbers, texts and dates. Each `?` stands for one of the values. */
  query: (text: string, values?: readonly unknown[]) => Promise<ResultRow[]>;
  queryRow: (text: string, values?: readonly unknown[]) => Promise<ResultRow | null>;
  /** The same, as a template: ``sql`SELECT * FROM cluster WHERE price > ${floor}` ``. */
  sql: (texts: readonly string[], ...values: readonly unknown[]) => Promise<ResultRow[]>;
  describeTables: () => Promise<{name: string}[]>;
  describeColumns: (of: {table: string}) => Promise<{name: string; type: string; unit: string; description: string}[]>;
}

/**
 * All tables of a run in DuckDB, for the SQL cells of a notebook: `const db = tables(run)`, or `const sql =
 * tables(run).sql` for Framework's. DuckDB is started, and each table inserted, when a query first mentions it.
 */
export function tables(run: ScenarioRun, options?: TablesOptions): TablesClient;
