/**
 * The encoding that a browser prefers among those that it accepts: br, otherwise gzip.
 * @param {string} accepted The header Accept-Encoding.
 */
export function encodingOf(accepted) {
  const weights = new Map(accepted.split(",").map(weightOf));
  const any = weights.get("*") ?? 0;
  return ["br", "gzip"].find((encoding) => (weights.get(encoding) ?? any) > 0);
}

/**
 * Whether the header If-None-Match matches a version of a file, in a list, as a weak tag or as any (*).
 * @param {string | undefined} header
 * @param {string} etag
 */
export function isKnown(header, etag) {
  const known = header?.split(",").map((one) => one.trim().replace(/^W\//, "")) ?? [];
  return known.includes("*") || known.includes(etag);
}

/**
 * The byte range in the header Range, inclusive: undefined for the whole file, which also answers several ranges; null
 * for a range outside the file.
 * @param {string | undefined} header
 * @param {number} size
 * @returns {{from: number, to: number} | null | undefined}
 */
export function rangeOf(header, size) {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  const [, first = "", last = ""] = found ?? [];
  if (first === "" && last === "") return undefined;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== "" && last !== "" && Number(last) < from) return undefined;
  return from < size && from <= to ? {from, to} : null;
}

/**
 * The decoded path of a request; undefined for an invalid one.
 * @param {string} url
 */
export function pathOf(url) {
  const path = /^\/[^?#]*/.exec(url)?.[0];
  if (path === undefined) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Whether a request is for this machine under its own names, as opposed to a foreign name that resolves to it.
 * @param {string | undefined} host
 */
export function isOwnHost(host) {
  return host === undefined || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}

/** @param {string} one @returns {[encoding: string, weight: number]} */
function weightOf(one) {
  const [name = "", ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  return [name, weight === undefined ? 1 : Number(weight.slice(2))];
}
