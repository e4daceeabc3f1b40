import {versionText} from "../../lib/export/identity.js";
import {identityHere} from "../live/identity-here.js";
import type {Made} from "./report-buttons.js";

/** A report that says of which commit and scenario it is; a page on which no hash can be made leaves that out. */
export async function identified({report, meta}: Made): Promise<Made> {
  const {commit, scenario} = await identityHere(meta.scenario, meta.hash);
  const version = versionText(commit);
  return {report, meta: {...meta, commit, version, ...(scenario !== "" && {scenarioHash: scenario})}};
}
