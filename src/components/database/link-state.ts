import {deflateSync, Inflate, strFromU8, strToU8} from "fflate";
import {InputError, shortened} from "../../lib/sheet/error.js";

const version = "v1";

/** The longest query that a link may carry, in bytes of its text. */
export const QUERY_LIMIT = 1_000_000;

/** A query as the hash of a link: `#v1,` and the deflated text in base64url. */
export function hashOf(query: string): string {
  const bytes = deflateSync(strToU8(query), {level: 9});
  const base64 = btoa(strFromU8(bytes, true));
  return `#${version},${base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** The query in a link's hash, undefined when it holds none; an `InputError` for one that can't be read. */
export function queryOf(hash: string): string | undefined {
  const match = /^#(v\d+),(.*)$/s.exec(hash);
  if (!match) return undefined;
  const [, found = "", base64 = ""] = match;
  if (found !== version) throw new InputError(`unknown version of link: ${found}`);
  const text = inflated(base64);
  if (text === undefined)
    throw new InputError(`the query in this link is longer than ${QUERY_LIMIT / 1e6} MB: ${shortened(base64)}`);
  return text;
}

/** The text; undefined where it is longer than a link may carry. */
function inflated(base64: string): string | undefined {
  try {
    const binary = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    return inflate(strToU8(binary, true));
  } catch (cause) {
    throw new InputError(`the query in this link is damaged: ${shortened(base64)}`, {cause});
  }
}

/** Inflates piece by piece, so that a few bytes that stand for many are given up early. */
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

/** A byte stands for 1,032 at most. */
const PIECE = 1024;
