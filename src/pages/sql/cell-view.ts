import type {Cell} from "../../components/notebook/notebook.js";
import type {FirstResult} from "./first-result.js";

/** What stands in a cell's frame. */
export interface CellView {
  element: HTMLElement;
  /** Shows the cell as it is now. */
  change: (cell: Cell) => void;
  /** Does the cell's work and shows what comes out. */
  work: (signal: AbortSignal) => Promise<void>;
  /** Shows the published result until the cell's own is there. */
  preview?: (first: FirstResult) => Promise<void> | void;
  /** Shows what went wrong, but for the words. */
  fail?: (error: unknown) => Node | undefined;
  /** What came out, in a few words. */
  words?: () => string;
  /** Takes what was typed and runs it. */
  submit?: () => void;
  /** Puts a name where the cursor is. */
  insert?: (name: string) => void;
  /** Buttons of its own. */
  buttons?: readonly HTMLElement[];
}
