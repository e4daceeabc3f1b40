import type {Setting} from "../../live/custom-scenario.js";
import type {Place} from "../selection.js";
import type {GridModel} from "../view.js";
import type {Show} from "./cell-element.js";
import type {HeadState} from "./head.js";

/** What a grid asks of the sheet around it. */
export interface GridHandlers {
  /** The active cell or the selection is another. */
  moved: () => void;
  /** The active cell is to be edited: from `text` on, where a key began it. */
  edit: (text?: string) => void;
  /** Cells were pasted, filled or cleared; an empty value takes a cell back to its parent's. */
  change: (changes: readonly Setting[]) => void;
  /** The table with all its columns and rows, shown or not: what a paste by names goes into. */
  whole: () => GridModel;
  /** Something to be said in a line. */
  tell: (message: string) => void;
  /** A cell's place, where a click on it puts its address into the formula at hand. */
  point: (place: Place) => boolean;
  /** A column's heading was pressed. */
  menu: (column: number, anchor: HTMLElement) => void;
  /** A row's heading or a cell was asked for its menu. */
  rowMenu: (place: Place, anchor: HTMLElement) => void;
  /** A key that is the sheet's: says whether it did something. */
  command: (name: Command) => boolean;
  /** A column was given a width; nothing where it fits its content again. */
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
  /** The cells that the formula at hand refers to, in its order. */
  references: ReadonlyMap<string, number>;
  /** No cell can be changed. */
  readOnly?: boolean;
}
