import {REPLACEMENT, wellFormed} from "./well-formed.js";

/** A text as literal Markdown within a line: no emphasis, links, HTML or line breaks. */
export function markdownText(text: string): string {
  return oneLine(text).replace(/[\\`*[\]<>&~$]|(?<![a-z0-9])_|_(?![a-z0-9])/gi, "\\$&");
}

/** A text as a code span. */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({length}) => length));
  const fence = "`".repeat(longest + 1);
  const isBare = /^[^` ].*[^` ]$|^[^` ]$/.test(line);
  return isBare ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

function oneLine(text: string): string {
  return wellFormed(text)
    .replace(/[\s\u0085]+/g, " ")
    .replace(/\0/g, REPLACEMENT)
    .trim();
}
