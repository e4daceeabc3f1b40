import {html} from "htl";
import {address, remember, type Control} from "./controls.js";

/** A search field for `view`, remembered as ?search=. Its value is the words in lower case. */
export function searchInput(label: string): Control {
  const field = html`<input class="field" type="search" />` as HTMLInputElement;
  field.value = address().get("search") ?? "";
  field.addEventListener("input", () => remember("search", field.value.trim()));
  const element = html`<label class="control"><span class="control-label">${label}</span>${field}</label>`;
  return Object.defineProperty(element, "value", {
    get: () => field.value.trim().toLowerCase()
  }) as Control;
}

/** Whether a text contains every word. */
export function holds(text: string, words: string): boolean {
  const lower = text.toLowerCase();
  return words.split(/\s+/).every((word) => lower.includes(word));
}
