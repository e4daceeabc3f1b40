import {deflateSync, inflateSync, strFromU8, strToU8} from "fflate";

const version = "v1";

/** A query as the hash of a link: `#v1,` and the deflated text in base64url. */
export function hashOf(query: string): string {
  const bytes = deflateSync(strToU8(query), {level: 9});
  const base64 = btoa(strFromU8(bytes, true));
  return `#${version},${base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** The query in a link's hash, undefined when it holds none; a hash that can't be read is an error. */
export function queryOf(hash: string): string | undefined {
  const match = /^#(v\d+),(.*)$/s.exec(hash);
  if (!match) return undefined;
  const [, found = "", base64 = ""] = match;
  if (found !== version) throw new Error(`unknown version of link: ${found}`);
  try {
    const binary = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    return strFromU8(inflateSync(strToU8(binary, true)));
  } catch (cause) {
    throw new Error(`the query in this link is damaged: ${shortened(base64)}`, {cause});
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
