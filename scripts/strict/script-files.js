import {writeFileSync} from "node:fs";
import {building} from "../paths.js";
import {digest} from "./digest.js";

/**
 * Moves a page's scripts to files. They run at their original place, before what follows is painted.
 * @param {string} html
 * @param {string} page
 */
export function withScriptFiles(html, page) {
  const up = "../".repeat(page.split("/").length - 1) || "./";
  return html.replaceAll(/<script>([\s\S]*?)<\/script>/g, (_, code) => {
    const text = String(code).replaceAll(`"${up}_`, '"../_');
    const name = `_import/script.${digest(text)}.js`;
    writeFileSync(`${building}/${name}`, text);
    return `<script src="${up}${name}"></script>`;
  });
}
