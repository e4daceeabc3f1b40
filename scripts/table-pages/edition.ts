import {readFileSync} from "node:fs";
import {about} from "../../lib/export/about.js";
import {releaseIn} from "../release/changelog.js";
import {commit} from "../commit.js";
import {root} from "../paths.js";

/** The edition that a page of tables cites. */
export interface Edition {
  version: string;
  /** Full hash of the model. */
  model: string;
  /** Commit of the project; empty if unknown. */
  commit: string;
  /** Day or month of the version, `2026-12`. */
  date: string;
}

/** The edition of a built site's folder. */
export function editionOf(site: string): Edition {
  const {hash} = JSON.parse(readFileSync(`${site}/data/published_model.json`, "utf8")) as {hash: string};
  const {date} = releaseIn(readFileSync(`${root}CHANGELOG.md`, "utf8"));
  return {version: about.version, model: hash, commit: commit(), date};
}
