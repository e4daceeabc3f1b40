import {html} from "htl";
import {brief, changesInWords, OWN, ownInAddress, withOwn, type Own} from "./own.js";

const {own, problems} = ownInAddress();
const main = document.querySelector("#observablehq-main");
// The sheet itself lists what was changed.
if (main && (own || problems.length > 0) && !/\/sheet(\.html)?$/.test(location.pathname)) {
  const element = banner(own, problems);
  main.prepend(element);
  if (own) {
    carry(own);
    void judge(own).then((found) => element.append(...found.map((problem) => alert(brief(problem)))));
  }
}

/** What in the scenario does not fit the model: it is loaded for the page anyway. */
async function judge(scenario: Own): Promise<string[]> {
  const {session} = await import("./session.js");
  return [...(await session()).adopt(scenario).problems.values()];
}

/** Says on top of a page that it is read under an own scenario, what that changes, and how to leave it. */
function banner(scenario: Own | undefined, wrong: readonly string[]): HTMLElement {
  return html`<aside class="own-banner" aria-label="Own scenario">
    ${scenario && words(scenario)} ${wrong.map(alert)}
  </aside>`;
}

function alert(problem: string): HTMLElement {
  return html`<p role="alert">${problem}</p>`;
}

function words(scenario: Own): HTMLElement {
  const {parent, settings, title} = scenario;
  return html`<details>
    <summary>
      <strong>${title === "" ? "My scenario" : title}</strong>, ${parent} with ${changesInWords(scenario)}.
      <a href=${withOwn("./sheet", scenario)}>Edit</a> <a href=${withOwn(location.href, undefined)}>Leave it</a>
    </summary>
    <ul>
      ${settings.map(({cell, value}) => html`<li><code>${cell}</code>: ${value}</li>`)}
    </ul>
  </details>`;
}

/** Keeps the scenario when a reader follows a link, and says of it in the window's title. */
function carry(scenario: Own): void {
  document.title = `${document.title} (${changesInWords(scenario)})`;
  document.addEventListener(
    "click",
    ({target}) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
      if (link && isPage(link) && !new URL(link.href).searchParams.has(OWN) && !link.closest(".own-banner"))
        link.href = withOwn(link.href, scenario);
    },
    {capture: true}
  );
}

function isPage({href, origin, target, download}: HTMLAnchorElement): boolean {
  const file = /\.\w+$/.test(new URL(href).pathname);
  return origin === location.origin && target !== "_blank" && download === "" && !file;
}
