import type {Found} from "./found.js";
import {passageIn, type Passage} from "./passage.js";
import {addressOf} from "./result-item.js";

/** Roughly the number of results in view. */
const FIRST = 12;

/** Adds to each of the first results the passage with its words, as pages load. */
export async function withPassages(
  found: readonly Found[],
  items: readonly HTMLElement[],
  signal: AbortSignal
): Promise<void> {
  const first = found.slice(0, FIRST).map((one, i) => [one, items[i]!] as const);
  await Promise.all(first.map(([one, item]) => withPassage(one, item, signal)));
}

async function withPassage({id, ...words}: Found, item: HTMLElement, signal: AbortSignal): Promise<void> {
  // One page serves all models, each at its own address, but was built with one of them.
  if (id.includes("?")) return;
  const page = await pageAt(addressOf(id));
  const passage = page && passageIn(page, words);
  if (passage && !signal.aborted) append(item.querySelector("a")!, passage);
}

const pages = new Map<string, Promise<ParentNode | undefined>>();

/** A page as built, fetched once; undefined if that fails, since a result is useful without a passage. */
function pageAt(address: string): Promise<ParentNode | undefined> {
  const known = pages.get(address) ?? read(address).catch(() => undefined);
  pages.set(address, known);
  return known;
}

async function read(address: string): Promise<ParentNode | undefined> {
  const answer = await fetch(address);
  const [main = ""] = /<main[^]*<\/main>/.exec(await answer.text()) ?? [];
  return new DOMParser().parseFromString(withoutStyles(main), "text/html");
}

/** The security policy rejects styles even in HTML that is only parsed. */
function withoutStyles(html: string): string {
  return html.replaceAll(/<style[^]*?<\/style>| style="[^"]*"/g, "");
}

function append(link: HTMLAnchorElement, {parts, section}: Passage): void {
  const words = document.createElement("small");
  words.append(...parts.map((part, i) => (i % 2 === 0 ? part : marked(part))));
  link.append(words);
  if (section !== "") link.hash = section;
}

function marked(word: string): HTMLElement {
  const mark = document.createElement("mark");
  mark.textContent = word;
  return mark;
}
