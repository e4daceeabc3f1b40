import {scenarioHash, versionText} from "../../lib/export/identity.js";
import {editionHere} from "../cite/edition.js";
import {settingsOf} from "../live/settings.js";
import type {Made} from "./report-buttons.js";

/** A report that says of which commit and scenario it is; a page on which no hash can be made leaves that out. */
export async function identified({report, meta}: Made): Promise<Made> {
  const scenario = await settingsOf(meta.scenario);
  const hash = scenario && (await scenarioHash(scenario));
  const {commit} = editionHere();
  const version = versionText(commit);
  return {report, meta: {...meta, commit, version, ...(hash !== undefined && {scenarioHash: hash})}};
}
