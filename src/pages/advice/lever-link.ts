import {OWN, scenarioToText} from "../../components/live/custom-scenario.js";
import {pageAddress} from "../../components/words/page-address.js";

/** The page that computes a scenario with settings, `cell=value;cell=value`, on top of it. */
export function settingsHref(scenario: string, settings: string, title = ""): string {
  const set = settings
    .split(";")
    .map((text) => ({cell: text.slice(0, text.indexOf("=")), value: text.slice(text.indexOf("=") + 1)}));
  const query = new URLSearchParams({[OWN]: scenarioToText({parent: scenario, title, settings: set})});
  return pageAddress("sheet", `?${query.toString()}`);
}

/** The command that runs a scenario with settings on top of it. */
export function settingsCommand(scenario: string, settings: string): string {
  const flags = settings.split(";").map((setting) => `'${setting}'`);
  return `npx token-factory run ${scenario} --set ${flags.join(" ")}`;
}
