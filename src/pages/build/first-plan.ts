import type {Built} from "./built.js";
import {planOfText} from "./plan-text.js";

/** Where the build leaves it, beside the page. */
const FIRST_PLAN = "first-plan.json";

/** The usual site's plan that came with the site; undefined in a preview, which has none. */
export async function firstPlan(): Promise<Built | undefined> {
  try {
    const answer = await fetch(new URL(FIRST_PLAN, location.href));
    return answer.ok ? planOfText(await answer.text()) : undefined;
  } catch {
    return undefined;
  }
}
