import {html} from "htl";

/** A text as it was typed, in a box that scrolls. */
export function codeBlock(text: string): HTMLElement {
  return html`<pre tabindex="0" style="overflow-x: auto; max-width: 100%;"><code>${text.trim()}</code></pre>`;
}
