import {createHash} from "node:crypto";

/**
 * What stands in the name of a file, as Framework has it.
 * @param {string} text
 */
export function digest(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
