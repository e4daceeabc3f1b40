import {chain} from "../../lib/model/chain.js";
import {prepare, type PreparedStudy} from "../../lib/uncertainty/study.js";
import {KEPT, type DrawOrder} from "./draw-order.js";

const prepared = new Map<number, PreparedStudy>();

self.onmessage = ({data}: MessageEvent<DrawOrder>): void => {
  if ("from" in data) {
    const part = prepared.get(data.id)!.run(data.from, data.to);
    self.postMessage(part, {transfer: [part.values.buffer]});
  } else {
    const study = "study" in data ? prepare(chain, data.study) : prepared.get(data.base)!.vary(data.changes);
    prepared.set(data.id, study);
    for (const id of [...prepared.keys()].slice(0, -KEPT)) prepared.delete(id);
  }
};
