import type {Setting} from "../../live/custom-scenario.js";
import type {Place} from "../selection.js";
import type {GridModel} from "../view.js";
import type {Show} from "./cell-element.js";
import type {HeadState} from "./head.js";

/** What a grid needs of the sheet around it. */
export interface GridHandlers {
  /** The active cell or the selection has changed. */
  moved: () => void;
  /** The active cell is to be edited, starting with `text` if a key began it. */
  edit: (text?: string) => void;
  /** Cells were pasted, filled or cleared; an empty value reverts a cell to the base scenario. */
  change: (changes: readonly Setting[]) => void;
  /** The table with all columns and rows, hidden or not, as the target of pastes by name. */
  whole: () => GridModel;
  /** Shows a message in the status line. */
  tell: (message: string) => void;
  /** Offers a clicked cell's address to the formula being edited. */
  point: (place: Place) => boolean;
  /** A column's heading was pressed. */
  menu: (column: number, anchor: HTMLElement) => void;
  /** The menu of a row's heading or of a cell was requested. */
  rowMenu: (place: Place, anchor: HTMLElement) => void;
  /** Runs one of the sheet's commands; returns whether it did anything. */
  command: (name: Command) => boolean;
  /** A column was given a width; undefined if it fits its content again. */
  resized: (column: string, width: number | undefined) => void;
}

export type Command =
  | "explain"
  | "list"
  | "follow"
  | "pin"
  | "find"
  | "column-formula"
  | "sort"
  | "menu"
  | "clear-column"
  | "note"
  | "keep-range"
  | "row-menu";

/** How a grid shows its model. */
export interface GridLook {
  show: Show;
  widths: Readonly<Record<string, number>>;
  stateOf: (column: number) => Omit<HeadState, "active" | "edge">;
  adorn?: (row: number, heading: HTMLElement) => void;
  /** The cells that the formula being edited refers to, with their order. */
  references: ReadonlyMap<string, number>;
  /** Whether cells cannot be changed. */
  readOnly?: boolean;
}
