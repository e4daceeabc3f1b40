import type {BuildAnswer, BuildCase} from "../../lib/greenfield/build.js";
import type {Candidate, DrawnWorth} from "../../lib/greenfield/robust.js";

/** A site's plan as the page shows it, with what is being done about the next. */
export interface Built {
  one: BuildCase;
  answer: BuildAnswer;
  /** What the plan earns over draws; missing until they are done. */
  drawn?: DrawnWorth;
  /** Plans by how much they may be regretted; missing until they are found. */
  candidates?: Candidate[];
}

/** The last plan, if there is one, and what is under way or went wrong. */
export interface Shown {
  built?: Built | undefined;
  busy: string;
  error: string;
}

/** Draws of all uncertain terms. */
export const DRAWS = 200;
