import type {FoundWords} from "./found.js";

/** A passage with some words on a page: the text around them, and its section. */
export interface Passage {
  /** Alternating parts: plain text, a matching word, plain text … */
  parts: readonly string[];
  /** Name of the section; empty before the first. */
  section: string;
}

const BLOCKS = "h1, h2, h3, p, li, dt, dd, th, td, figcaption, summary";

/** The passage of a page with most of the words; undefined if the page as built has none of them. */
export function passageIn(page: ParentNode, {asked, terms}: FoundWords): Passage | undefined {
  const pattern = patternOf(terms);
  let best: Passage | undefined;
  let most = 0;
  let section = "";
  for (const block of page.querySelectorAll(BLOCKS)) {
    if (block.matches("h2, h3")) section = block.id;
    if (block.querySelector(BLOCKS)) continue;
    const text = block.textContent.replaceAll(/\s+/g, " ").trim();
    // “price” and “prices” count as one word of the query.
    const words = new Set(Array.from(text.matchAll(pattern), ([word]) => likeIn(asked, word.toLowerCase())));
    const score = words.size + (block.matches("p, dd") ? 0.5 : 0);
    if (words.size === 0 || score <= most) continue;
    most = score;
    best = {parts: around(text, pattern), section};
  }
  return best;
}

function likeIn(asked: readonly string[], word: string): string {
  return asked.find((one) => word.startsWith(one)) ?? word;
}

/** Matches whole words only, as in the index. */
function patternOf(terms: readonly string[]): RegExp {
  const escaped = terms.map((term) => term.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${escaped.join("|")})(?![\p{L}\p{N}])`, "giu");
}

const BEFORE = 40;
const LENGTH = 150;

/** The text around the first match, in whole words. */
function around(text: string, pattern: RegExp): string[] {
  const first = text.search(new RegExp(pattern.source, "iu"));
  const from = first <= BEFORE ? 0 : text.lastIndexOf(" ", first - BEFORE / 2) + 1;
  const end = text.length - from <= LENGTH ? text.length : text.lastIndexOf(" ", from + LENGTH);
  const cut = `${from > 0 ? "… " : ""}${text.slice(from, end)}${end < text.length ? " …" : ""}`;
  return cut.split(new RegExp(`(${pattern.source})`, "giu"));
}
