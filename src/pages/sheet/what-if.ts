import type {Question} from "../../lib/model/what-if.js";
import type {Override} from "../../lib/model/override.js";
import type {Sought} from "../../lib/advice/goal-seek.js";
import type {Store} from "../../components/sheet/store.js";
import {workerError} from "../../components/load/load-error.js";
import type {Goal, WhatIfAnswer, WhatIfOrder} from "./what-if-worker.js";

/** What is asked of the reader's scenario as it is now: a figure in a month. */
export function questionOf({current}: Store, figure: string, month: number): Question {
  const {overrides, formulas, start} = current.scenario;
  return {scenario: {overrides, formulas, start}, figure, month};
}

/** Seeks a goal in a worker, which ends with the answer or the signal. Throws what the worker throws. */
export async function seek(store: Store, question: Question, goal: Goal, signal: AbortSignal): Promise<Sought> {
  let found: Sought | undefined;
  await ask({inputs: store.session.inputs, question, ...goal}, 1, signal, (answer) => {
    if ("sought" in answer) found = answer.sought;
  });
  if (!found) throw new DOMException("cancelled", "AbortError");
  return found;
}

/** Runs sets of inputs one after another in a worker, and tells of each value. Throws what the worker throws. */
export function tryAll(
  store: Store,
  question: Question,
  sets: readonly (readonly Override[])[],
  signal: AbortSignal,
  told: (value: number) => void
): Promise<void> {
  return ask({inputs: store.session.inputs, question, sets}, sets.length, signal, (answer) => {
    if ("value" in answer) told(answer.value);
  });
}

function ask(order: WhatIfOrder, answers: number, signal: AbortSignal, give: (answer: WhatIfAnswer) => void) {
  const worker = new Worker(import.meta.resolve("./what-if-worker.js"), {type: "module"});
  const asked = new Promise<void>((resolve, reject) => {
    let left = answers;
    worker.onmessage = ({data}: MessageEvent<WhatIfAnswer>) => {
      give(data);
      if (--left === 0) resolve();
    };
    worker.onerror = (event) => reject(workerError("the worker that tries other inputs", event));
    signal.addEventListener("abort", () => resolve());
    worker.postMessage(order);
  });
  return asked.finally(() => worker.terminate());
}
