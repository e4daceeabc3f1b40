import type {IdentityEntries} from "../../lib/export/identity.js";
import type {ColumnMeaning} from "./units.js";

/** The notes in a result's file, if its format has a place for them. */
export interface FileNotes {
  /** The model that the query asked, and the query. */
  entries: IdentityEntries;
  /** Of each column, where that is known. */
  meanings: readonly (ColumnMeaning | undefined)[];
}

/** Says nothing. */
export const noNotes: FileNotes = {entries: [], meanings: []};
