import {setTimeout as sleep} from "node:timers/promises";
import {aliveOf} from "./driver.js";
import type {Engine} from "./engine.js";
import type {Folder} from "./folder.js";
import {jobsOf} from "./jobs.js";
import {begin, progressOf, reporter} from "./progress.js";
import {receipts} from "./receipt.js";

/** Number of checks without activity after which a sweep counts as idle. */
const patience = 5;

/** Shows the progress of a sweep without starting or ending anything. Returns when the sweep is done or idle. */
export async function watch(folder: Folder, engine: Engine, interval = 1000): Promise<number> {
  const plan = folder.knownPlan();
  const report = reporter();
  const known = receipts(folder);
  for (const damage of known.damaged.values()) console.error(damage);
  const start = begin(known);
  for (let idle = 0; idle < patience;) {
    const alive = await aliveOf(engine, jobsOf(folder, engine));
    const before = receipts(folder, known).size;
    const progress = progressOf(plan, known, alive, start);
    report(progress);
    if (known.size === plan.shards) return 0;
    await sleep(interval);
    const isBusy = progress.running + progress.pending > 0 || receipts(folder, known).size > before;
    idle = isBusy ? 0 : idle + 1;
  }
  console.log(`nothing is running: ${known.size} of ${plan.shards} shards are done; continue with --resume`);
  return 1;
}
