import type {Option} from "../../components/form/controls.js";
import {textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";

/** The applications to choose from. */
export function applicationOptions(applications: readonly RowOf<"application">[]): Option[] {
  const names = new Map(applications.map((row) => [row.key, textIn(row, "name")]));
  return [...names].map(([value, title]) => ({value, title}));
}
