import type {BuildAnswer, BuildCase} from "../../lib/greenfield/build.js";
import type {Candidate, DrawnWorth} from "../../lib/greenfield/robust.js";

/** A site's plan. */
export interface Planned {
  one: Omit<BuildCase, "flows">;
  answer: BuildAnswer;
  /** What the plan earns over draws; missing until they are done. */
  drawn?: DrawnWorth;
  /** Plans by how much they may be regretted; missing until they are found. */
  candidates?: Candidate[];
}

/** A plan as the page shows it. */
export interface Built extends Planned {
  /** What each order that may be placed pays and earns by month: much, which only the workbook shows. */
  flows: () => Promise<BuildCase["flows"]>;
}

/** What is said of a plan, if there is one. */
export interface Told {
  built?: Planned | undefined;
}

/** The last plan, if there is one, and what is under way or went wrong. */
export interface Shown {
  built?: Built | undefined;
  busy: string;
  error: string;
}

/** Draws of all uncertain terms. */
export const DRAWS = 200;
