import type {Study, StudyChanges} from "../../lib/uncertainty/study.js";

/** A study drawn by a page. */
export type PageStudy = Omit<Study, "scheme"> & Pick<StudyChanges, "scheme">;

/** Messages to a worker: a study, another study of the same inputs, or an order to run a part of one. */
export type DrawOrder = {id: number; study: PageStudy} | {id: number; base: number; changes: StudyChanges} | DrawPart;

/** A part of a study's draws. */
export interface DrawPart {
  id: number;
  from: number;
  to: number;
}

/** Number of recent studies that a worker keeps for follow-ups; a prepared model takes some megabytes. */
export const KEPT = 6;
