import {html} from "htl";
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

/** The same of the page's address, as a line above the form; no text where all is known. */
export function notAppliedLine(): HTMLElement | string {
  const words = notApplied(address().keys());
  return words === "" ? "" : html`<p role="status">${words}</p>`;
}
