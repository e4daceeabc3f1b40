import {deflateSync, Inflate, strFromU8, strToU8} from "fflate";
import {InputError, shortened} from "../../lib/sheet/error.js";

/** Versions of links: with a single query, and with a notebook. */
export type LinkVersion = "v1" | "n1";

/** The longest text in a link, in bytes. */
export const QUERY_LIMIT = 1_000_000;

/** A text as the hash of a link: `#v1,` and the deflated text in base64url. */
export function hashOf(text: string, version: LinkVersion = "v1"): string {
  const bytes = deflateSync(strToU8(text), {level: 9});
  const base64 = btoa(strFromU8(bytes, true));
  return `#${version},${base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/**
 * The text in a link's hash, with its version; undefined if there is none. Throws an `InputError` if it cannot be read.
 */
export function textIn(hash: string): {version: LinkVersion; text: string} | undefined {
  const match = /^#([vn]\d+),(.*)$/s.exec(hash);
  if (!match) return undefined;
  const [, version = "", base64 = ""] = match;
  if (version !== "v1" && version !== "n1")
    throw new InputError(`unknown version of link: ${version}; this page reads v1 and n1`);
  const text = inflated(base64);
  if (text === undefined)
    throw new InputError(`the query in this link is longer than ${QUERY_LIMIT / 1e6} MB: ${shortened(base64)}`);
  return {version, text};
}

/** The text; undefined if it is too long. */
function inflated(base64: string): string | undefined {
  try {
    const binary = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    return inflate(strToU8(binary, true));
  } catch (cause) {
    throw new InputError(`the query in this link is damaged: ${shortened(base64)}`, {cause});
  }
}

/** Inflates piece by piece, so that a small text that expands enormously is rejected early. */
function inflate(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder("utf-8", {ignoreBOM: true});
  let length = 0;
  let text = "";
  const stream = new Inflate((chunk, last) => {
    length += chunk.length;
    if (length <= QUERY_LIMIT) text += decoder.decode(chunk, {stream: !last});
  });
  for (let from = 0; from === 0 || (from < bytes.length && length <= QUERY_LIMIT); from += PIECE)
    stream.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
  return length <= QUERY_LIMIT ? text : undefined;
}

/** A byte expands to at most 1,032. */
const PIECE = 1024;
