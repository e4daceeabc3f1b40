import {REPLACEMENT, wellFormed} from "./well-formed.js";

/** A text in which characters that XML forbids are replaced by �. */
export function xmlText(text: string): string {
  return wellFormed(text).replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, REPLACEMENT);
}

/**
 * A text as a workbook cell holds it: at most 32,767 characters, with `_x0041_` escaped so that it does not read as A.
 */
export function cellText(text: string): string {
  const held = xmlText(text);
  const short = held.length > CELL ? `${xmlText(held.slice(0, CELL - 1))}…` : held;
  return short.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

const CELL = 32_767;

/**
 * Valid, distinct names for a workbook's sheets: at most 31 characters, no forbidden ones, unique regardless of case
 * and different from `taken`.
 */
export function sheetNames(titles: readonly string[], taken: readonly string[] = []): string[] {
  const seen = new Set(["history", ...taken].map((name) => name.toLowerCase()));
  return titles.map((title) => {
    const plain = cut(xmlText(title).replace(/[\p{C}[\]:*?/\\]/gu, " "), SHEET - " 999".length) || "Sheet";
    let name = plain;
    for (let copy = 2; seen.has(name.toLowerCase()); ++copy) name = `${plain} ${copy}`;
    seen.add(name.toLowerCase());
    return name;
  });
}

const SHEET = 31;

/** Strips apostrophes and blanks at the ends, and never cuts a character in two. */
function cut(text: string, length: number): string {
  return xmlText(text.slice(0, length)).replace(/^['\s]+|['\s]+$/g, "");
}
