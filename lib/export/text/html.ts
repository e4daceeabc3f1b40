import {REPLACEMENT, wellFormed} from "./well-formed.js";

/** A text as HTML, between tags or in an attribute's quotes: read back, it is the same, but for NUL, which is �. */
export function htmlText(text: string): string {
  return wellFormed(text).replace(/[&<>"'\r\0]/g, (character) => written[character]!);
}

/** Parsers take a carriage return for a line feed. */
const written: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\r": "&#13;",
  "\0": REPLACEMENT
};
