import type {Study, StudyChanges} from "../../lib/uncertainty/study.js";

/** A study that pages draw. */
export type PageStudy = Omit<Study, "scheme"> & Pick<StudyChanges, "scheme">;

/** What a worker is told: a study, or another one of the same inputs; and to run a part of one. */
export type DrawOrder = {id: number; study: PageStudy} | {id: number; base: number; changes: StudyChanges} | DrawPart;

/** A part of a study's draws. */
export interface DrawPart {
  id: number;
  from: number;
  to: number;
}

/**
 * As many studies a worker keeps for what may follow, the last ones that it was told of; a prepared model takes some
 * megabytes.
 */
export const KEPT = 6;
