import {html} from "htl";
import {siteIn, sites, type Choice, type Terms} from "../../lib/finance/project-inputs.js";
import {projectTerms} from "../../lib/finance/terms.js";
import {nearest} from "../../lib/sheet/error.js";
import {address} from "../../components/form/controls.js";
import {OWN} from "../../components/live/custom-scenario.js";

/** Names that fields have besides their own: those of the command's flags. */
const aliases: Readonly<Record<string, readonly [name: string, value?: string]>> = {
  gpu: ["accelerator"],
  flat: ["prices", "flat"],
  repayment: ["amortisation"]
};

/** What the page's fields are called besides the terms of a project. */
const fields = [
  ...["accelerator", "facility", "region", "orchestrator", "prices", "scenario", "amortisation", "counterparty"],
  ...["depreciation", "measure", "x", "y", "from", OWN]
];

/** Puts the flags' names in the page's address under the names of its fields, before those read it. */
export function takeAliases(): void {
  const url = new URL(location.href);
  for (const [alias, [name, value]] of Object.entries(aliases)) {
    const given = url.searchParams.get(alias);
    if (given === null) continue;
    url.searchParams.delete(alias);
    if (!url.searchParams.has(name)) url.searchParams.set(name, value ?? given);
  }
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

/** Puts a site that is owned or colocated, as the command's flag `--site` names it, under the facility and region. */
export function takeSite(terms: Terms, usualFacility: string): void {
  const url = new URL(location.href);
  const place = siteAsked(url.searchParams, terms, usualFacility);
  if (!place) return;
  url.searchParams.delete("site");
  for (const [name, value] of Object.entries(place)) url.searchParams.set(name, value);
  history.replaceState(history.state, "", url);
}

/** The facility and region of a site that an address names; none where it names a facility or no such site. */
export function siteAsked(
  asked: URLSearchParams,
  terms: Terms,
  usualFacility: string
): Pick<Choice, "facility" | "region"> | undefined {
  const kind = sites.find((site) => site === asked.get("site"));
  if (kind === undefined || asked.has("facility")) return undefined;
  return siteIn(terms, kind, asked.get("region") ?? String(terms.cell("facility", usualFacility, "region").value));
}

/** What in an address is no field's name, in words; nothing where all is known. */
export function notApplied(asked: Iterable<string>): string {
  const names = [...fields, ...projectTerms.map(({name}) => name)];
  return [...asked]
    .filter((name) => !names.includes(name))
    .map((name) => {
      const near = nearest(name, [...names, ...Object.keys(aliases)]);
      return `Not applied: ${name}.${near === undefined ? "" : ` Did you mean ${near}?`}`;
    })
    .join(" ");
}

/** The same of the page's address, as a line above the form; empty where all is known. */
export function notAppliedLine(): HTMLElement {
  return html`<div role="status">${notApplied(address().keys())}</div>`;
}
