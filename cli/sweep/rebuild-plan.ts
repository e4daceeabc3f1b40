import {InputError} from "../../lib/sheet/index.js";
import {runsOf, type Sweep} from "../../lib/sweep/index.js";
import {modelHashOf} from "../output/table-folder.js";
import {planFile, sha256, type Folder} from "./folder.js";
import type {Plan} from "./plan.js";
import {receiptFile, receiptOf, receiptsIn} from "./receipt.js";

/** Whether a folder holds a sweep whose plan cannot be read. */
export function needsPlan(folder: Folder): boolean {
  try {
    return folder.plan === undefined && folder.has("sweep.yaml");
  } catch (error) {
    if (error instanceof InputError) return true;
    throw error;
  }
}

/**
 * Recreates a sweep's plan. Shards computed under another cut, model or specification lose their receipts, so that they
 * are recomputed. Throws an `InputError` if the folder holds another specification, or if shards are done and the
 * number of shards is unknown.
 */
export function rebuildPlan(folder: Folder, plan: Plan, sweep: Sweep, asked: number | undefined): void {
  const place = folder.at(planFile);
  if (folder.has("sweep.yaml") && sha256(folder.spec) !== plan.spec)
    throw new InputError(`${place}: damaged, and sweep.yaml differs from this specification: choose another folder`);
  const done = receiptsIn(folder);
  if (done.length > 0 && asked === undefined)
    throw new InputError(
      `${place}: damaged: add --shards with the sweep's original number of shards, of which ` +
        `${done.length} are done (the last is ${Math.max(...done) + 1}), or choose another folder`
    );
  const foreign = done.filter((index) => !isOf(folder, plan, sweep, index));
  for (const index of foreign) folder.remove(receiptFile(index));
  folder.writePlan(plan);
  console.error(`${place}: damaged: rebuilt; ${done.length - foreign.length} of ${plan.shards} shards are kept`);
}

/** Whether a finished shard belongs to the plan and has the same model. */
function isOf(folder: Folder, {shards, model}: Plan, sweep: Sweep, index: number): boolean {
  const receipt = index < shards ? receiptOf(folder, index) : undefined;
  if (receipt === undefined) return false;
  const {from, to} = runsOf(sweep, index, shards);
  return receipt.runs === to - from && receipt.files.every(({path}) => modelHashOf(folder.at(path)) === model);
}
