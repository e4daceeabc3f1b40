import MiniSearch from "minisearch";
import {foundIn, type Document} from "./found.js";
import {resultItem} from "./result-item.js";
import {withPassages} from "./with-passages.js";

/** The index file beside this one, named by the build. */
declare const INDEX: string;

const box = document.querySelector<HTMLElement>("#observablehq-search")!;
const input = box.querySelector("input")!;
const sidebar = document.querySelector("#observablehq-sidebar")!;
const panel = document.querySelector("#observablehq-search-results")!;
const shortcut = box.dataset.shortcut ?? "";
const ACTIVE = "observablehq-link-active";
const index = await loaded();
let shown = "";
let pending = new AbortController();

input.addEventListener("input", show);
input.addEventListener("keydown", move);
show();

async function loaded(): Promise<MiniSearch<Document>> {
  const answer = await fetch(new URL(INDEX, import.meta.url));
  if (!answer.ok) throw new Error(`could not load the search index: ${answer.status}`);
  const text = await answer.text();
  const {options} = JSON.parse(text) as {options: {fields: string[]; storeFields: string[]}};
  return MiniSearch.loadJSON(text, {...options, processTerm});
}

/** As Framework does when it writes the index. */
function processTerm(term: string): string {
  const plain = term.slice(0, 15).normalize("NFD");
  return plain.replace(/[\u0300-\u036f]/g, "").toLowerCase();
}

function show(): void {
  const text = input.value.trim();
  if (text === shown) return;
  shown = text;
  pending.abort();
  pending = new AbortController();
  box.dataset.shortcut = text === "" ? shortcut : "";
  sidebar.classList.toggle("observablehq-search-results", text !== "");
  panel.replaceChildren(...(text === "" ? [] : results(text)));
}

function results(text: string): Node[] {
  const found = foundIn(index, text);
  const count = document.createElement("div");
  count.setAttribute("role", "status");
  count.textContent = found.length === 0 ? "no results" : `${found.length} result${found.length === 1 ? "" : "s"}`;
  const list = document.createElement("ol");
  const items = found.map((one) => resultItem(one));
  items[0]?.classList.add(ACTIVE);
  list.append(...items);
  void withPassages(found, items, pending.signal);
  return [count, list];
}

/** Up and down select a result, Enter opens it. */
function move(event: KeyboardEvent): void {
  if (event.key === "Escape" && input.value === "") input.blur();
  const active = panel.querySelector(`.${ACTIVE}`);
  if (!active || !["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) return;
  event.preventDefault();
  if (event.key === "Enter") active.querySelector("a")?.dispatchEvent(new MouseEvent("click", clickLike(event)));
  else choose(active, event.key === "ArrowUp" ? active.previousElementSibling : active.nextElementSibling);
}

function clickLike({ctrlKey, metaKey}: KeyboardEvent): MouseEventInit {
  return {bubbles: true, cancelable: true, ctrlKey, metaKey};
}

function choose(active: Element, next: Element | null): void {
  if (!next) return;
  active.classList.remove(ACTIVE);
  next.classList.add(ACTIVE);
  next.scrollIntoView({block: "nearest"});
}
