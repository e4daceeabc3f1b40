import type {BuildCase} from "../../lib/greenfield/build.js";
import {fetchedJson} from "../../components/load/load-error.js";
import type {Built} from "./built.js";
import {planOfText} from "./plan-text.js";

/** Where the build leaves it, beside the page. */
const FIRST_PLAN = "first-plan.json";
const FIRST_FLOWS = "first-flows.json";

/** The usual site's plan that came with the site; undefined in a preview, which has none. */
export async function firstPlan(): Promise<Built | undefined> {
  try {
    const answer = await fetch(beside(FIRST_PLAN));
    return answer.ok ? {...planOfText(await answer.text()), flows: firstFlows} : undefined;
  } catch {
    return undefined;
  }
}

function firstFlows(): Promise<BuildCase["flows"]> {
  return fetchedJson("the flows of the plan", beside(FIRST_FLOWS)) as Promise<BuildCase["flows"]>;
}

function beside(name: string): string {
  return new URL(name, location.href).href;
}
