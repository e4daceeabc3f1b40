import type {Option} from "../../components/form/controls.js";
import {textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import type {Search} from "./assumption-entry.js";

/** The tables that hold assumptions, and all of them. */
export function tableOptions(assumptions: readonly RowOf<"assumption">[]): Option[] {
  const names = [...new Set(assumptions.map((row) => textIn(row, "table")))];
  return ["all", ...names].map((name) => ({value: name, title: name}));
}

/** Which of the assumptions to show. */
export const showOptions: readonly Option<Search["show"]>[] = [
  {value: "all", title: "all inputs"},
  {value: "judgement", title: "judgement only"}
];
