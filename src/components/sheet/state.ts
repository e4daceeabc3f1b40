import {rowOf} from "../../lib/sheet/address.js";
import {DELETED} from "../../lib/model/rows.js";
import type {CustomScenario, Setting} from "../../components/live/custom-scenario.js";

/** A reader's changes, with undo and redo. */
export interface SheetState {
  own: CustomScenario;
  past: readonly CustomScenario[];
  future: readonly CustomScenario[];
}

/** A state without history. */
export function begin(own: CustomScenario): SheetState {
  return {own, past: [], future: []};
}

/**
 * Sets cells, and adds and deletes rows; an empty value reverts a cell or row to the base scenario. A row takes its
 * cells with it, and deleting an added row removes it. Edits without effect are not steps.
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

/** Sets a cell's note; an empty text removes it. */
export function note(state: SheetState, cell: string, text: string): SheetState {
  const notes = new Map(state.own.notes?.map((one) => [one.cell, one.text]));
  if (text.trim() === "") notes.delete(cell);
  else notes.set(cell, text.trim());
  const {notes: _, ...own} = state.own;
  const left = [...notes].map(([at, said]) => ({cell: at, text: said}));
  return step(state, left.length === 0 ? own : {...own, notes: left});
}

/** Reverts a table's changes, or all of them including the title, which named them. */
export function reset(state: SheetState, table?: string): SheetState {
  const {own} = state;
  if (table === undefined) return step(state, {parent: own.parent, title: "", settings: []});
  return step(state, {...own, settings: own.settings.filter(({cell}) => tableOf(cell) !== table)});
}

/** Replaces the scenario, or its base or title. */
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

/** Maximum number of undo steps. */
const STEPS = 200;
