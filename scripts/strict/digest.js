import {createHash} from "node:crypto";

/**
 * A hash of a text for file names, as Framework computes it.
 * @param {string} text
 */
export function digest(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
