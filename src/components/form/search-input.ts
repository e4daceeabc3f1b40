import {html} from "htl";
import {address, remember, type Control} from "./controls.js";

/** A field to search in, for `view`, remembered as ?search=. It gives the words in lower case. */
export function searchInput(label: string): Control {
  const field = html`<input
    type="search"
    style=${{font: "inherit", maxWidth: "100%", padding: "2px 4px"}}
  />` as HTMLInputElement;
  field.value = address().get("search") ?? "";
  field.addEventListener("input", () => remember("search", field.value.trim()));
  const element = html`<label
    style=${{alignItems: "center", display: "flex", flexWrap: "wrap", font: "14px var(--sans-serif)", gap: "0.5rem"}}
    ><span style=${{fontWeight: "600"}}>${label}</span>${field}</label
  >`;
  return Object.defineProperty(element, "value", {
    get: () => field.value.trim().toLowerCase()
  }) as Control;
}

/** Whether a text holds every one of the words. */
export function holds(text: string, words: string): boolean {
  const lower = text.toLowerCase();
  return words.split(/\s+/).every((word) => lower.includes(word));
}
