import {readFileSync, writeFileSync} from "node:fs";
import {building} from "../paths.js";
import {writeIcons} from "./icons.js";
import {policyFor, stylesIn} from "./policy.js";
import {withScriptFiles} from "./script-files.js";
import {withRules} from "./rules.js";
import {Sheet} from "./sheet.js";
import {dropUnusedSheets} from "./unused-sheets.js";

/**
 * Makes pages comply with a strict content security policy, without exceptions: moves their scripts and styles to
 * files, and writes the policy into each page.
 * @param {readonly string[]} pages
 */
export function makeStrict(pages) {
  writeIcons();
  const sheet = new Sheet();
  const html = new Map(pages.map((page) => [page, readFileSync(`${building}/${page}`, "utf8")]));
  const styles = stylesIn([...html.values()]);
  const moved = [...html].map(([page, text]) => ({page, text: sheet.taken(withScriptFiles(text, page))}));
  for (const {page, text} of moved) {
    const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor(page, styles)}">`;
    const head = text.replace(/<meta charset="utf-8">/, (meta) => `${meta}\n${policy}`);
    writeFileSync(`${building}/${page}`, withRules(head, sheet.rules));
  }
  dropUnusedSheets(pages);
}
