import {chain} from "../../lib/model/chain.js";
import {prepare, type PreparedStudy, type Study, type StudyChanges} from "../../lib/uncertainty/study.js";

/** What a worker is told: a study, or another one of the same inputs; and to run a part of one. */
export type DrawOrder = {id: number; study: Study} | {id: number; base: number; changes: StudyChanges} | DrawPart;

/** A part of a study's draws. */
export interface DrawPart {
  id: number;
  from: number;
  to: number;
}

/** Studies are kept for what may follow; a prepared model takes some megabytes. */
const KEPT = 6;
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
