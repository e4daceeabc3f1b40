import {session} from "../../components/live/session.js";
import {isPrerendering} from "../../components/load/prerendering.js";
import {whenIdle} from "../../components/load/when-idle.js";
import {chain} from "../../lib/model/chain.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {evaluate} from "../../lib/sheet/evaluate.js";

let isNeeded = true;

/**
 * Links and compiles the model step by step while the browser is idle, so that the first run, which a reader waits for,
 * only has to compute.
 */
export function prepareModel(): void {
  if (isPrerendering()) return;
  const steps = [() => chain.order, runFirstMonth];
  const next = (): void => {
    const step = isNeeded && steps.shift();
    if (!step) return;
    void step();
    whenIdle(next);
  };
  whenIdle(next);
}

/** Leaves the rest of the preparation to the first run. */
export function endPreparation(): void {
  isNeeded = false;
}

async function runFirstMonth(): Promise<void> {
  const {scenarios, inputsOf} = await session();
  const reference = scenarios.find(({name}) => name === REFERENCE)!;
  if (isNeeded) evaluate(chain, inputsOf(reference), {months: 1});
}
