import {html} from "htl";
import {functions} from "../../lib/model/functions.js";

/** The functions that formulas may call, as a list in words; each name's tooltip says what it computes. */
export function functionNames(): HTMLElement {
  const names = Object.entries(functions).map(([name, {doc}]) => html`<code title=${doc}>${name}</code>`);
  return html`<span
    >${names.slice(0, -1).flatMap((name, i) => (i === 0 ? [name] : [", ", name]))} and ${names.at(-1)}</span
  >`;
}

/** The question that the page's query answers. */
export function queryIntroduction(): HTMLElement {
  return html`<p>GPU rental cost per million tokens by accelerator, Reference scenario:</p>`;
}
