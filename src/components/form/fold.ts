import {html} from "htl";
import {address} from "./controls.js";

/** Controls folded away below a summary until a reader opens it, or the address sets one of `names`. */
export function fold(summary: string, names: readonly string[], elements: readonly HTMLElement[]): HTMLElement {
  const isSet = names.some((name) => address().has(name));
  return html`<details class="term-fields" open=${isSet}>
    <summary>${summary}</summary>
    ${elements}
  </details>`;
}
