import {html} from "htl";
import {address} from "./controls.js";

/**
 * Controls that are folded away below a few words until a reader asks for them, or the address sets one of those
 * `names`.
 */
export function fold(summary: string, names: readonly string[], elements: readonly HTMLElement[]): HTMLElement {
  const isSet = names.some((name) => address().has(name));
  return html`<details class="term-fields" open=${isSet}>
    <summary>${summary}</summary>
    ${elements}
  </details>`;
}
