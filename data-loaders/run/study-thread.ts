import {parentPort} from "node:worker_threads";
import {chain} from "../../lib/model/index.js";
import {readme} from "../../lib/readme/index.js";
import type {Model} from "../../lib/sheet/index.js";
import {prepare} from "../../lib/uncertainty/index.js";
import {BUSY, NEXT, SENT, takeParts, type StudyJob} from "./parallel.js";

const models: Record<string, Model> = {chain, readme};

parentPort!.on("message", ({model, study, parts, shared, values, port}: StudyJob) => {
  const counters = new Int32Array(shared);
  // Others may have taken all parts while this thread started.
  if (Atomics.load(counters, NEXT) >= parts) return;
  const prepared = prepare(models[model]!, study);
  Atomics.add(counters, BUSY, 1);
  takeParts(study, prepared, counters, new Float64Array(values));
  port.postMessage(prepared.sketches.pack());
  Atomics.add(counters, SENT, 1);
  Atomics.notify(counters, SENT);
});
