import {versionText} from "../../lib/export/identity.js";
import {identityHere} from "../live/identity-here.js";
import type {MadeReport} from "./report-buttons.js";

/** Adds the commit and scenario hash to a report; a page that cannot compute hashes omits them. */
export async function identified({report, meta}: MadeReport): Promise<MadeReport> {
  const {commit, scenario} = await identityHere(meta.scenario, meta.hash);
  const version = versionText(commit);
  return {report, meta: {...meta, commit, version, ...(scenario !== "" && {scenarioHash: scenario})}};
}
