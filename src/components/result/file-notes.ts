import type {IdentityEntries} from "../../lib/export/identity.js";
import type {ColumnMeaning} from "./units.js";

/** What the file of a result says of itself, where its format has a place for it. */
export interface FileNotes {
  /** The model that the query asked, and the query. */
  entries: IdentityEntries;
  /** Of each column, where that is known. */
  meanings: readonly (ColumnMeaning | undefined)[];
}

/** Says nothing. */
export const noNotes: FileNotes = {entries: [], meanings: []};
