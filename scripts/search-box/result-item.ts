import type {Found} from "./found.js";

/** A result as a link. Its passage is added once it is known. */
export function resultItem({id, title}: Found): HTMLLIElement {
  const item = document.createElement("li");
  item.className = "observablehq-link";
  const link = document.createElement("a");
  link.href = addressOf(id);
  const name = document.createElement("span");
  name.textContent = title;
  link.append(name);
  item.append(link);
  return item;
}

/** Pages are identified by their paths from the site's root. */
export function addressOf(id: string): string {
  return new URL(`..${id}`, import.meta.url).href;
}
