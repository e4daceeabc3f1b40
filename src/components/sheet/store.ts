import {evaluate} from "../../lib/sheet/evaluate.js";
import {Memory} from "../../lib/sheet/memory.js";
import type {Run} from "../../lib/sheet/run.js";
import type {CustomScenario} from "../live/custom-scenario.js";
import type {AppliedScenario, Session} from "../live/model-session.js";
import {preload} from "./preload.js";
import {begin, edit, type SheetState} from "./state.js";

/** The reader's scenario beside its base: the changes, and both runs. */
export interface Computed extends AppliedScenario {
  state: SheetState;
  run: Run;
  /** The base scenario's run, for all comparisons. */
  baseline: Run;
  /** Duration of the run, in ms. */
  took: number;
}

/** Holds a reader's scenario, runs it when it changes, and notifies listeners. */
export interface Store {
  readonly current: Computed;
  readonly session: Session;
  /** Changes the state; everything is updated before it returns. */
  change: (next: (state: SheetState) => SheetState) => void;
  /** Calls back now, and after every change. */
  listen: (listener: (computed: Computed) => void) => void;
  /** Runs the model several times while the browser is idle: without this, the first edits took three times as long. */
  rehearse: () => void;
}

/** Number of runs after which the first edit takes no longer than later ones. */
const WARM = 15;

/** A store of a scenario in a session. */
export function createStore(live: Session, own: CustomScenario): Store {
  const listeners: ((computed: Computed) => void)[] = [];
  let current = compute(live, begin(own));
  return {
    session: live,
    get current() {
      return current;
    },
    change: (next) => {
      const state = next(current.state);
      if (state === current.state) return;
      current = compute(live, state, current);
      for (const listener of listeners) listener(current);
    },
    listen: (listener) => {
      listeners.push(listener);
      listener(current);
    },
    rehearse: () => {
      const memory = new Memory();
      preload(() => memory.reclaim(tried(live, current, memory)), WARM);
    }
  };
}

/** A trial run with an edit that nobody made. */
function tried(live: Session, {state, run: from}: Computed, memory: Memory): Run {
  const {own} = edit(state, [{cell: "parameter.cost_of_capital", value: "0.1"}]);
  const {scenario} = live.apply(own);
  const {model, months, start} = from;
  return evaluate(model, live.inputsOf(scenario), {from, months, start, memory});
}

function compute(live: Session, state: SheetState, before?: Computed): Computed {
  const begun = performance.now();
  const applied = live.apply(state.own);
  const parent = live.scenarios.find(({name}) => name === applied.scenario.parent)!;
  const baseline = before && before.scenario.parent === parent.name ? before.baseline : live.run(parent);
  const run = live.edit(applied.scenario);
  return {...applied, state, run, baseline, took: performance.now() - begun};
}
