import type {HashedScenario} from "../../lib/export/identity.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {imported} from "../load/load-error.js";
import {OWN} from "./custom-scenario.js";
import {scenarioInUrl} from "./own-address.js";
import {published} from "./published-model.js";

/** The settings of a scenario, published or the reader's own; undefined for any other name. */
export async function settingsOf(name: string): Promise<HashedScenario | undefined> {
  if (name !== OWN) return (await published()).scenarios.find((scenario) => scenario.name === name);
  const {session} = await imported("the model", () => import("./session.js"));
  const {own = {parent: REFERENCE, title: "", settings: []}} = scenarioInUrl();
  return (await session()).apply(own).scenario;
}
