import {html} from "htl";

/** A text as it was typed, in a box that scrolls. */
export function codeBlock(text: string): HTMLElement {
  return html`<pre style="overflow-x: auto; max-width: 100%;"><code>${text.trim()}</code></pre>`;
}
