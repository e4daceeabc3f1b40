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

/** Sets cells; an empty value takes a cell back to the parent's. What changes nothing is no step. */
export function edit(state: SheetState, changes: readonly Setting[]): SheetState {
  const settings = new Map(state.own.settings.map(({cell, value}) => [cell, value]));
  for (const {cell, value} of changes)
    if (value.trim() === "") settings.delete(cell);
    else settings.set(cell, value.trim());
  return step(state, {...state.own, settings: [...settings].map(([cell, value]) => ({cell, value}))});
}

/** Takes back what was changed in a table, or everything, the title too: it named what is no more. */
export function reset(state: SheetState, table?: string): SheetState {
  const {own} = state;
  if (table === undefined) return step(state, {...own, title: "", settings: []});
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
