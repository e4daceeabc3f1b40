import {columnOfCell} from "../../lib/sheet/address.js";
import type {ModelColumn} from "../../lib/sheet/model.js";
import {keysOf, valueAt} from "../../lib/sheet/run.js";
import type {CustomScenario, Setting} from "../live/custom-scenario.js";
import {short} from "../words/format.js";
import type {SheetCell} from "./cells.js";
import {entryText} from "../../lib/sheet/entry-text.js";
import type {Store} from "./store.js";

/** The change that an entry makes to a cell; undefined if it equals the cell's content. */
export function changeOf({id, typed, source}: SheetCell, {unit}: ModelColumn, text: string): Setting | undefined {
  const value = entryText(text, unit.text);
  if (value === source) return undefined;
  if (typed) return {cell: id, value};
  const formula = value === "" || value.startsWith("=") ? value : `=${value}`;
  return {cell: columnOfCell(id), value: plain(formula) === plain(source) ? "" : formula};
}

/** What is wrong with a setting, if anything. */
export function problemOf({session, current}: Store, setting: Setting): string | undefined {
  return session.apply(withSetting(current.state.own, setting)).problems.get(setting.cell);
}

/**
 * The immediate effect of a new formula on its column: the rows whose value changes in a month, as `row 0.512, was
 * 0.616`.
 */
export interface Effect {
  rows: number;
  changed: {row: string; value: string; before: string}[];
}

/** Evaluates a column's formula without applying it. */
export function effectOf({session, current}: Store, setting: Setting, month: number): Effect {
  const {scenario} = session.apply(withSetting(current.state.own, setting));
  const [before, after] = [current.run, session.run(scenario)];
  const table = setting.cell.slice(0, setting.cell.indexOf("."));
  const keys = keysOf(after, table);
  const held = (run: typeof after, row: number): string => {
    const column = run.model.columns.get(setting.cell);
    const value = column && valueAt(run, column.id, row, column.dynamic ? month : 0);
    return value === undefined || typeof value === "object" ? "–" : short(value);
  };
  const changed = keys
    .map((row, i) => ({row, value: held(after, i), before: held(before, i)}))
    .filter(({value, before: was}) => value !== was);
  return {rows: keys.length, changed};
}

function withSetting(own: CustomScenario, setting: Setting): CustomScenario {
  const others = own.settings.filter(({cell}) => cell !== setting.cell);
  return {...own, settings: setting.value === "" ? others : [...others, setting]};
}

function plain(text: string): string {
  return text.replace(/\s/g, "");
}
