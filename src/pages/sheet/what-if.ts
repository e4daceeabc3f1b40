import type {Question} from "../../lib/model/what-if.js";
import type {Override} from "../../lib/model/override.js";
import type {GoalLine} from "../../lib/advice/goal-line.js";
import type {Sought} from "../../lib/advice/goal-seek.js";
import type {Required} from "../../lib/advice/must-hold.js";
import type {Store} from "../../components/sheet/store.js";
import {workerError} from "../../components/load/load-error.js";
import type {SoughtInput, Task, WhatIfAnswer, WhatIfOrder} from "./what-if-worker.js";

/** What is asked of the reader's scenario as it is now: a figure in a month. */
export function questionOf({current}: Store, figure: string, month: number): Question {
  const {overrides, formulas, start} = current.scenario;
  return {scenario: {overrides, formulas, start}, figure, month};
}

/** A question with the goal that its figure is to reach, asked of a store until the signal ends it. */
export interface Search {
  store: Store;
  question: Question;
  goal: number;
  signal: AbortSignal;
}

/** Seeks a goal by one input in a worker; nothing where it was ended. Throws what the worker throws. */
export async function seek(search: Search, input: SoughtInput): Promise<Sought | undefined> {
  let found: Sought | undefined;
  await ask(search, {task: "goal", goal: search.goal, input}, (answer) => {
    if ("sought" in answer) found = answer.sought;
  });
  return found;
}

/** Seeks the pairs of two inputs that reach a goal, and tells how many runs it took so far. */
export async function seekLine(
  search: Search,
  [across, up]: readonly [SoughtInput, SoughtInput],
  told: (runs: number) => void
): Promise<GoalLine | undefined> {
  let found: GoalLine | undefined;
  await ask(search, {task: "line", goal: search.goal, across, up}, (answer) => {
    if ("runs" in answer) told(answer.runs);
    else if ("line" in answer) found = answer.line;
  });
  return found;
}

/** Seeks what each of the inputs that move a figure most would have to be, and tells of one after another. */
export function seekRequired(search: Search, told: (required: Required) => void): Promise<void> {
  return ask(search, {task: "must", goal: search.goal}, (answer) => {
    if ("required" in answer) told(answer.required);
  });
}

/** Runs sets of inputs one after another in a worker, and tells of each value. Throws what the worker throws. */
export function tryAll(
  search: Omit<Search, "goal">,
  sets: readonly (readonly Override[])[],
  told: (value: number) => void
): Promise<void> {
  return ask(search, {task: "sets", sets}, (answer) => {
    if ("value" in answer) told(answer.value);
  });
}

/** Has a worker find something out; it ends with the last answer or the signal. */
function ask({store, question, signal}: Omit<Search, "goal">, task: Task, give: (answer: WhatIfAnswer) => void) {
  const worker = new Worker(import.meta.resolve("./what-if-worker.js"), {type: "module"});
  const asked = new Promise<void>((resolve, reject) => {
    worker.onmessage = ({data}: MessageEvent<WhatIfAnswer>) => {
      if ("done" in data) resolve();
      else give(data);
    };
    worker.onerror = (event) => reject(workerError("the what-if worker", event));
    signal.addEventListener("abort", () => resolve());
    worker.postMessage({inputs: store.session.inputs, question, ...task} satisfies WhatIfOrder);
  });
  return asked.finally(() => worker.terminate());
}
