import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {building} from "../paths.js";
import {digest} from "./digest.js";

/** Moves icons from style sheets to files. */
export function writeIcons() {
  const sheets = readdirSync(`${building}/_import`).filter((name) => name.endsWith(".css"));
  for (const sheet of sheets) {
    const text = readFileSync(`${building}/_import/${sheet}`, "utf8");
    writeFileSync(
      `${building}/_import/${sheet}`,
      text.replaceAll(/url\((["'])data:image\/svg\+xml,(.*?)\1\)/g, asFile)
    );
  }
}

/**
 * @param {string} _
 * @param {string} quote
 * @param {string} data
 */
function asFile(_, quote, data) {
  const image = decodeURIComponent(data);
  const name = `icon.${digest(image)}.svg`;
  writeFileSync(`${building}/_import/${name}`, image);
  return `url(${quote}./${name}${quote})`;
}
