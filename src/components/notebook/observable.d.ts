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
  /** The month whose values are shown: `first`, `last`, or `2028-06`. */
  month?: string;
  /** In pixels; as high as twelve rows need, if nothing is said. */
  height?: number;
}

/** An input in Observable's sense: `value` is a run, and `input` is fired after each edit that is taken. */
export interface SheetElement extends HTMLElement {
  readonly value: SheetRun;
  /** Changes the scenario in one step, as if it had been typed. */
  edit: (scenario: NotebookScenario) => void;
  undo: () => void;
  redo: () => void;
}

/**
 * A spreadsheet of the model: `const run = view(sheet({tables: ["cluster"]}))`. It fires `cell` with the address and
 * the month where the active cell is another. Throws an `InputError` for an unknown scenario, table, column or month.
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
): Element;

/** What one change adds to a figure. */
export interface BridgeStep {
  /** An input, `table.column`, a column with a new formula, or a row. */
  input: string;
  amount: number;
}

/**
 * What each change of a sheet adds to a figure of the economy in a month, the largest first:
 * `bridge(run, "economy.cost_per_token@59")`. Together they are the difference to the base scenario.
 */
export function bridge(run: SheetRun, figure: string): BridgeStep[];
