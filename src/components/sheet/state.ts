import {rowOf} from "../../lib/sheet/address.js";
import {DELETED} from "../../lib/model/rows.js";
import type {CustomScenario, Setting} from "../../components/live/custom-scenario.js";

/** What a reader has changed, and the way back and forth. */
export interface SheetState {
  own: CustomScenario;
  past: readonly CustomScenario[];
  future: readonly CustomScenario[];
}

/** A state with nothing to undo. */
export function begin(own: CustomScenario): SheetState {
  return {own, past: [], future: []};
}

/**
 * Sets cells, and adds and deletes rows; an empty value takes a cell or a row back to the parent's. A row takes its
 * cells with it, and one that was added is gone once it is deleted. What changes nothing is no step.
 */
export function edit(state: SheetState, changes: readonly Setting[]): SheetState {
  return step(state, {...state.own, settings: edited(state.own.settings, changes)});
}

function edited(before: readonly Setting[], changes: readonly Setting[]): Setting[] {
  const settings = new Map(before.map(({cell, value}) => [cell, value]));
  for (const {cell, value} of changes) {
    const isDeletion = rowOf(cell) !== undefined && value === DELETED;
    const isLeft = value.trim() === "" || (isDeletion && (settings.get(cell) ?? DELETED) !== DELETED);
    if (isLeft || isDeletion) forget(settings, cell);
    if (!isLeft) settings.set(cell, value.trim());
  }
  return [...settings].map(([cell, value]) => ({cell, value}));
}

/** A row takes its cells with it. */
function forget(settings: Map<string, string>, cell: string): void {
  settings.delete(cell);
  if (!rowOf(cell)) return;
  for (const one of [...settings.keys()]) if (one.startsWith(`${cell}.`)) settings.delete(one);
}

/** Says something of a cell; an empty text takes the note away. */
export function note(state: SheetState, cell: string, text: string): SheetState {
  const notes = new Map(state.own.notes?.map((one) => [one.cell, one.text]));
  if (text.trim() === "") notes.delete(cell);
  else notes.set(cell, text.trim());
  const {notes: _, ...own} = state.own;
  const left = [...notes].map(([at, said]) => ({cell: at, text: said}));
  return step(state, left.length === 0 ? own : {...own, notes: left});
}

/** Takes back what was changed in a table, or everything, the title too: it named what is no more. */
export function reset(state: SheetState, table?: string): SheetState {
  const {own} = state;
  if (table === undefined) return step(state, {parent: own.parent, title: "", settings: []});
  return step(state, {...own, settings: own.settings.filter(({cell}) => tableOf(cell) !== table)});
}

/** Takes another scenario, or another parent or title of this one. */
export function replace(state: SheetState, own: CustomScenario): SheetState {
  return step(state, own);
}

export function undo({own, past, future}: SheetState): SheetState {
  const before = past.at(-1);
  return before ? {own: before, past: past.slice(0, -1), future: [own, ...future]} : {own, past, future};
}

export function redo({own, past, future}: SheetState): SheetState {
  const [next, ...rest] = future;
  return next ? {own: next, past: [...past, own], future: rest} : {own, past, future};
}

/** The table of `table[row].column`. */
export function tableOf(cell: string): string {
  return /^\w+/.exec(cell)?.[0] ?? "";
}

function step({own, past, future}: SheetState, next: CustomScenario): SheetState {
  if (JSON.stringify(own) === JSON.stringify(next)) return {own, past, future};
  return {own: next, past: [...past, own].slice(-STEPS), future: []};
}

/** As many steps as can be taken back. */
const STEPS = 200;
