import {readFileSync, writeFileSync} from "node:fs";
import {building} from "../paths.js";
import {digest} from "./digest.js";

/**
 * A page whose style sheet has further rules: a second sheet would be one more request before the first paint.
 * @param {string} html
 * @param {string} rules
 */
export function withRules(html, rules) {
  const [, path = ""] = /<link rel="stylesheet"[^>]* href="(?:\.\.?\/)*(_import\/[^"]+\.css)"/.exec(html) ?? [];
  const text = `${readFileSync(`${building}/${path}`, "utf8")}\n${rules}`;
  const own = path.replace(/[^.]+\.css$/, `${digest(text)}.css`);
  writeFileSync(`${building}/${own}`, text);
  return html.replaceAll(path, own);
}
