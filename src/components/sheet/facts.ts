import {isTyped, type SheetCell} from "./cells.js";
import {actingOn} from "./acting.js";
import type {Fact} from "./formula-bar.js";
import {addressOf} from "../../lib/sheet/address.js";
import {farOutside} from "../../lib/sheet/far-outside.js";
import {keysOf} from "../../lib/sheet/run.js";
import type {Session} from "../live/model-session.js";
import {short} from "../words/format.js";
import {rule, type ModelColumn} from "../../lib/sheet/model.js";
import type {ActiveCell} from "./editing.js";
import {rowInBaseline} from "./baseline-row.js";
import {inputText} from "./input-text.js";
import {withRangeOfBefore} from "./keep-range.js";
import {bindingLimit} from "./limits.js";
import type {Computed, Store} from "./store.js";
import {words} from "./view.js";

/** A cell with its position. */
export interface PlacedCell {
  cell: SheetCell;
  column: ModelColumn;
  row: number;
}

/** The facts about a cell: value and change, adjustments, meaning, and source. */
export function factsOf({current: computed, session}: Store, placed: ActiveCell, change: FactChanges): Fact[] {
  const {cell, column} = placed;
  const {revert, keep} = change;
  if (cell.state === "wrong") return problemFacts(cell, revert);
  const ranged = withRangeOfBefore(computed, placed);
  const notices = [
    farFromRange(computed, placed),
    actingOn(computed, cell.id),
    overriddenBy(session, computed, placed),
    bindingLimit(computed, placed),
    cell.note === undefined ? "" : `Note: ${cell.note}`
  ];
  return [
    {text: cell.text, kind: "value"},
    ...changeFacts(cell),
    ...(cell.state === "missing" && cell.reason !== undefined ? [{text: cell.reason} satisfies Fact] : []),
    ...notices.filter((text) => text !== "").map((text): Fact => ({text, kind: "notice"})),
    ...(ranged && keep
      ? [{text: `Keep its range, ${short(ranged.low)} to ${short(ranged.high)} (Alt+R)`, act: () => keep(ranged.value)}]
      : []),
    ...(cell.range ? [{text: `5 % to 95 %: ${cell.range.low} to ${cell.range.high}`}] : []),
    {text: sentence(computed, placed), kind: "long"},
    ...sourceFacts(computed, placed),
    ...(isTyped(column) || cell.state !== "edited" ? [] : [{text: "Revert the formula", act: revert}])
  ];
}

/** Actions that the line of facts offers on a cell. */
export interface FactChanges {
  revert: () => void;
  /** Applies a value with the previous range; undefined if cells cannot be changed. */
  keep: ((value: string) => void) | undefined;
}

/** A warning at an entry far outside the range that its cell had. */
function farFromRange(computed: Computed, {cell, column, row}: PlacedCell): string {
  const at = rowInBaseline(computed, column.table, row);
  const before = computed.baseline.inputs[column.table.name]?.columns[column.name];
  if (cell.state !== "edited" || !before || at === undefined) return "";
  const far = farOutside(before, at, column.unit.text, Number(cell.copied));
  return far === "" ? "" : `${cell.copied} is ${far}`;
}

/** The published scenario whose setting of an input differs from the assumptions. */
function overriddenBy(session: Session, {scenario, state}: Computed, {cell, column}: PlacedCell): string {
  const parent = session.scenarios.find(({name}) => name === scenario.parent);
  const isSet = parent?.overrides.some((one) => one.cell === cell.id) === true;
  if (!isSet || state.own.settings.some((one) => one.cell === cell.id)) return "";
  const {key} = addressOf(cell.id);
  const row = key === undefined ? 0 : (session.inputs[column.table.name]?.keys.indexOf(key) ?? -1);
  const before = row < 0 ? "" : inputText(session.inputs, column, row);
  return `Set by ${parent.title}${before === "" ? "" : `: ${before} in the assumptions`}`;
}

function changeFacts({before, change}: SheetCell): Fact[] {
  if (before === undefined) return [];
  const was: Fact = {text: `was ${before === "" ? "empty" : before}`};
  if (!change) return [was];
  const text = `${change.rises ? "▲" : "▼"} ${(change.percent ?? change.difference).replace(/^[+\u2212]/, "")}`;
  return [was, {text, kind: change.rises ? "up" : "down"}];
}

function problemFacts({id, reason = "", copied, text}: SheetCell, revert: () => void): Fact[] {
  return [
    {text: reason.replace(`${id}: `, "").replaceAll(/\n\s*/g, "; "), kind: "problem"},
    {text: `“${text}” is not applied: the run uses ${copied === "" ? "nothing" : copied}.`},
    {text: "Revert", act: revert}
  ];
}

function sentence({run}: Computed, {column, cell}: PlacedCell): string {
  const {definition, doc, table, target} = column;
  const rows = keysOf(run, table.name).length;
  const all = rows === 1 ? "" : `: all ${rows} rows`;
  if (cell.live) return `This cell only, kept live. ${doc}`;
  if (target && isTyped(column)) return `${doc}. A row of ${words(target.name)}: Alt and down arrow open the list.`;
  if (isTyped(column)) return `${doc}.`;
  if (definition.kind === "formula") return `Formula of the column${all}. ${doc}.`;
  return `${kinds[definition.kind] ?? ""}${all}: ${rule(column)}. ${doc}.`;
}

const kinds: Readonly<Record<string, string>> = {
  lookup: "Lookup",
  rollup: "Total over rows that refer to this one",
  previous: "Value of the month before"
};

function sourceFacts({run}: Computed, {column, row, cell}: PlacedCell): Fact[] {
  if (cell.state === "edited") return [];
  const sources = run.inputs[column.table.name]?.columns[column.name]?.provenance?.[row]?.sources ?? [];
  return sources.length === 0 ? [] : [{text: `Source: ${sources.map((id) => id.replaceAll("-", " ")).join(", ")}`}];
}
