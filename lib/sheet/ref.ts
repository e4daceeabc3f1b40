import type {Column} from "./column.js";
import type {Table} from "./table.js";

/** The row of another table that this row refers to: `ref(() => accelerator, "Accelerator installed")`. */
export function ref<S extends object>(table: () => Table<S>, doc: string): Column<S> {
  return {kind: "ref", table, doc};
}
