import {scenarioHash, type Identity} from "../../lib/export/identity.js";
import {editionHere} from "../cite/edition.js";
import {settingsOf} from "./settings.js";

/** What identifies a run of this page: its edition, and a scenario by its name; without draws, nothing is drawn. */
export async function identityHere(scenario: string, model: string, design?: Identity["design"]): Promise<Identity> {
  const settings = await settingsOf(scenario);
  return {
    commit: editionHere().commit,
    model,
    scenario: settings === undefined ? "" : await scenarioHash(settings),
    ...(design && {design})
  };
}
