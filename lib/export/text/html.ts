import {REPLACEMENT, wellFormed} from "./well-formed.js";

/** A text as HTML, between tags or in a quoted attribute. It reads back unchanged, except that NUL becomes �. */
export function htmlText(text: string): string {
  return wellFormed(text).replace(/[&<>"'\r\0]/g, (character) => written[character]!);
}

/** Parsers read a carriage return as a line feed. */
const written: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\r": "&#13;",
  "\0": REPLACEMENT
};
