import {editionHere} from "../cite/edition.js";
import type {FileNotes} from "../result/file-notes.js";
import type {ColumnMeaning} from "../result/units.js";

/** Notes in the file of a query's result: the edition of the tables, and the query. */
export function resultNotes(query: string, meanings: readonly (ColumnMeaning | undefined)[]): FileNotes {
  const {version, commit, model} = editionHere();
  const edition = [["model_hash", model] as const, ["version", version] as const];
  return {entries: [...edition, ...(commit === "" ? [] : [["commit", commit] as const]), ["query", query]], meanings};
}
