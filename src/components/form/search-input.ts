import {html} from "htl";
import {address, remember, type Control} from "./controls.js";

/** A field to search in, for `view`, remembered as ?search=. It gives the words in lower case. */
export function searchInput(label: string): Control {
  const field = html`<input class="field" type="search" />` as HTMLInputElement;
  field.value = address().get("search") ?? "";
  field.addEventListener("input", () => remember("search", field.value.trim()));
  const element = html`<label class="control"><span class="control-label">${label}</span>${field}</label>`;
  return Object.defineProperty(element, "value", {
    get: () => field.value.trim().toLowerCase()
  }) as Control;
}

/** Whether a text holds every one of the words. */
export function holds(text: string, words: string): boolean {
  const lower = text.toLowerCase();
  return words.split(/\s+/).every((word) => lower.includes(word));
}
