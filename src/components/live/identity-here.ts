import {scenarioHash, type Identity} from "../../lib/export/identity.js";
import {editionHere} from "../cite/edition.js";
import {settingsOf} from "./settings.js";

/** The identity of a run on this page: its edition, a scenario by name and, unless it is a central case, its draws. */
export async function identityHere(scenario: string, model: string, design?: Identity["design"]): Promise<Identity> {
  const settings = await settingsOf(scenario);
  return {
    commit: editionHere().commit,
    model,
    scenario: settings === undefined ? "" : await scenarioHash(settings),
    ...(design && {design})
  };
}
