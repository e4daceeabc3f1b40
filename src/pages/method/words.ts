import {html} from "htl";
import {functions} from "../../lib/model/functions.js";

/** The functions that formulas may call, as a list in words; each name's tooltip says what it computes. */
export function functionNames(): HTMLElement {
  const names = Object.entries(functions).map(([name, {doc}]) => html`<code title=${doc}>${name}</code>`);
  return html`<span
    >${names.slice(0, -1).flatMap((name, i) => (i === 0 ? [name] : [", ", name]))} and ${names.at(-1)}</span
  >`;
}

/** What the page's own query answers. */
export function queryIntroduction(): HTMLElement {
  return html`<p>What tokens cost in rent, by the accelerator that serves them, in the reference scenario:</p>`;
}
