import type {Option} from "../../components/form/controls.js";
import {textIn} from "../../components/rows/row-values.js";
import type {Application} from "./data.js";

/** The applications to choose from. */
export function applicationOptions(applications: readonly Application[]): Option[] {
  const names = new Map(applications.map((row) => [row.key, textIn(row, "name")]));
  return [...names].map(([value, title]) => ({value, title}));
}
