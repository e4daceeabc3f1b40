import {html} from "htl";

/** A text as it was typed, in a box that scrolls. */
export function codeBlock(text: string): HTMLElement {
  return html`<pre tabindex="0" class="code-block"><code>${text.trim()}</code></pre>`;
}
