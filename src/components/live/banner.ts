import {html} from "htl";
import {carry} from "./carry.js";
import {changesInWords, type CustomScenario} from "./custom-scenario.js";
import {carryingOwn, scenarioInUrl, withOwn} from "./own-address.js";
import {imported} from "../load/load-error.js";
import {untilLoaded} from "../load/until-loaded.js";
import {pageAddress} from "../words/page-address.js";
import type {AppliedScenario} from "./model-session.js";

const {own, problems} = scenarioInUrl();
const main = document.querySelector("#observablehq-main");
// The Sheet page lists the changes itself.
if (main && (own || problems.length > 0) && !/\/sheet(\.html)?$/.test(location.pathname)) {
  const changed = html`<span></span>`;
  const element = banner(own, changed, problems);
  main.prepend(element);
  if (own) {
    carry();
    const say = counted(own, changed);
    say(own);
    void judge(own).then(({applied, problems: found}) => {
      say(applied);
      element.append(...[...found.values()].map((problem) => alert(problem)));
    });
  }
}

/** The part of the scenario that fits the model, which the page loads anyway. */
async function judge(scenario: CustomScenario): Promise<AppliedScenario> {
  const {session} = await untilLoaded(() => imported("the model", () => import("./session.js")));
  return (await session()).apply(scenario);
}

/** States the changes in the banner and the window's title, and corrects the statement once it is known which apply. */
function counted(scenario: CustomScenario, changed: HTMLElement): (applied: CustomScenario) => void {
  const name = document.title;
  return (applied) => {
    const words = changesInWords(scenario, applied);
    changed.textContent = `${applied.parent} with ${words}`;
    document.title = `${name} (${words})`;
  };
}

/** A note on top of a page: the custom scenario shown, its changes, and links to leave it. */
function banner(scenario: CustomScenario | undefined, changed: HTMLElement, wrong: readonly string[]): HTMLElement {
  return html`<aside class="own-banner" aria-label="Own scenario">
    ${scenario && words(scenario, changed)} ${wrong.map(alert)}
  </aside>`;
}

function alert(problem: string): HTMLElement {
  return html`<p role="alert">${problem}</p>`;
}

function words(scenario: CustomScenario, changed: HTMLElement): HTMLElement {
  const {settings, title} = scenario;
  return html`<details>
    <summary>
      <strong>${title === "" ? "My scenario" : title}</strong>, ${changed}.
      <a href=${carryingOwn(pageAddress("sheet"))}>Edit</a>
      <a href=${withOwn(location.href, undefined)}>Exit this scenario</a>
    </summary>
    <ul>
      ${settings.map(({cell, value}) => html`<li><code>${cell}</code>: ${value}</li>`)}
    </ul>
  </details>`;
}
