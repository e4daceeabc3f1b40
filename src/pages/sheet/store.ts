import {REFERENCE} from "../../lib/model/reference.js";
import {evaluate} from "../../lib/sheet/evaluate.js";
import {Memory} from "../../lib/sheet/memory.js";
import type {Run} from "../../lib/sheet/run.js";
import {offerRun} from "../../components/inspector/page-run.js";
import {OWN, scenarioInUrl, withOwn, type CustomScenario} from "../../components/live/custom-scenario.js";
import {session, type AppliedScenario, type Session} from "../../components/live/session.js";
import {preload} from "./preload.js";
import {afterRender} from "./after-render.js";
import {begin, type SheetState} from "./state.js";

/** The reader's scenario beside its parent: what was changed, and both runs. */
export interface Computed extends AppliedScenario {
  state: SheetState;
  run: Run;
  /** The run of the parent, that everything is compared with. */
  baseline: Run;
}

/** Holds a reader's scenario, runs it when it changes, and tells who listens. */
export interface Store {
  readonly current: Computed;
  readonly session: Session;
  /** What in the page's address could not be read. */
  readonly unread: readonly string[];
  /** Changes the state; everything follows before this returns. */
  change: (next: (state: SheetState) => SheetState) => void;
  /** Calls back now, and after every change. */
  listen: (listener: (computed: Computed) => void) => void;
  /** Runs the model some times while the browser is idle: the first edits took three times as long as later ones. */
  rehearse: () => void;
}

/** Beyond this a link is cut off by some programs that pass it on. */
export const LONGEST_ADDRESS = 4000;

/** Runs after which the first edit takes no longer than those that follow. */
const WARM = 15;

/** A store that starts from the page's address and keeps it up to date, as far as an address may be long. */
export async function openStore(): Promise<Store> {
  const live = await session();
  const listeners: ((computed: Computed) => void)[] = [];
  const {own = {parent: REFERENCE, title: "", settings: []}, problems: unread} = scenarioInUrl();
  let current = compute(live, begin(own));
  return {
    session: live,
    unread,
    get current() {
      return current;
    },
    change: (next) => {
      const state = next(current.state);
      if (state === current.state) return;
      current = compute(live, state, current);
      for (const listener of listeners) listener(current);
      // An address takes a browser some ms, and is not what a reader waits for.
      afterRender(() => write(current.state.own));
    },
    listen: (listener) => {
      listeners.push(listener);
      listener(current);
    },
    rehearse: () => {
      const {model, inputs, months, start} = current.run;
      const memory = new Memory();
      preload(() => memory.reclaim(evaluate(model, inputs, {months, start, memory})), WARM);
    }
  };
}

/** Whether an own scenario is too long for an address: then it is kept as a file. */
export function isTooLong(own: CustomScenario): boolean {
  return withOwn(location.href, own).length > LONGEST_ADDRESS;
}

function compute(live: Session, state: SheetState, before?: Computed): Computed {
  const applied = live.apply(state.own);
  const parent = live.scenarios.find(({name}) => name === applied.scenario.parent)!;
  const baseline = before && before.scenario.parent === parent.name ? before.baseline : live.run(parent);
  const run = live.edit(applied.scenario);
  // The address may not hold it yet, or never, if it is too long.
  offerRun(OWN, {title: applied.scenario.title, run});
  return {...applied, state, run, baseline};
}

function write(own: CustomScenario): void {
  history.replaceState(history.state, "", withOwn(location.href, isTooLong(own) ? undefined : own));
}
