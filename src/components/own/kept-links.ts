import {html} from "htl";
import {addressWith} from "../live/own-address.js";
import {pageAddress} from "../words/page-address.js";
import {savedScenarios, type Saved} from "./saved-scenarios.js";

/** Links that open a page with each scenario saved in this browser, by name; empty without any. */
export function keptLinks(page: string): HTMLElement {
  const root = html`<p class="report-buttons"></p>`;
  void savedScenarios().then(
    async (saved) => {
      if (saved.length === 0) return;
      const links = await Promise.all(saved.map((one) => linkTo(page, one)));
      root.replaceChildren("Saved in this browser: ", ...links);
    },
    // A browser without storage has nothing to offer.
    () => undefined
  );
  return root;
}

async function linkTo(page: string, {name, own}: Saved): Promise<HTMLElement> {
  const titled = own.title === "" ? {...own, title: name} : own;
  const href = await addressWith(new URL(pageAddress(page), location.href).href, titled);
  return href === undefined ? html`<span>${name} (too long for a link)</span>` : html`<a href=${href}>${name}</a>`;
}
