import {setTimeout as sleep} from "node:timers/promises";
import {InputError} from "../../lib/sheet/index.js";
import {aliveOf, jobsOf} from "./driver.js";
import type {Engine} from "./engine.js";
import type {Folder} from "./folder.js";
import {reporter} from "./progress.js";
import {receipts} from "./receipt.js";

/** Shows how far a sweep is that another driver, or none, looks after; starts and ends nothing. Returns when it is done or idle. */
export async function watch(folder: Folder, engine: Engine, interval = 1000): Promise<number> {
  const {plan} = folder;
  if (!plan) throw new InputError(`${folder.path}: there is no sweep in this folder`);
  const report = reporter();
  const began = performance.now();
  const known = receipts(folder);
  const total = () => [...known.values()].reduce((sum, {runs}) => sum + runs, 0);
  const runsBefore = total();
  for (let idle = 0; idle < 5;) {
    const alive = await aliveOf(engine, jobsOf(folder, engine));
    const before = receipts(folder, known).size;
    const left = (shards: readonly number[] = []) => shards.filter((shard) => !known.has(shard)).length;
    report({
      shards: plan.shards,
      done: known.size,
      running: left(alive?.running),
      pending: left(alive?.pending),
      failed: 0,
      runs: plan.runs,
      runsDone: total(),
      seconds: (performance.now() - began) / 1000,
      runsBefore
    });
    if (known.size === plan.shards) return 0;
    await sleep(interval);
    const busy = left(alive?.running) + left(alive?.pending) > 0 || receipts(folder, known).size > before;
    idle = busy ? 0 : idle + 1;
  }
  console.log(`nothing is running: ${known.size} of ${plan.shards} shards are done; go on with --resume`);
  return 1;
}
