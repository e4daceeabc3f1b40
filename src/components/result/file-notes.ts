import type {IdentityEntries} from "../../lib/export/identity.js";
import type {ColumnMeaning} from "./units.js";

/** The notes in a result's file, in formats that support them. */
export interface FileNotes {
  /** The model queried, and the query. */
  entries: IdentityEntries;
  /** Descriptions of the columns, where known. */
  meanings: readonly (ColumnMeaning | undefined)[];
}

/** No notes. */
export const noNotes: FileNotes = {entries: [], meanings: []};
