import {readFileSync} from "node:fs";
import {about} from "../../lib/export/about.js";
import {releaseIn} from "../release/changelog.js";
import {commit} from "../commit.js";
import {root} from "../paths.js";

/** What of a project's state a page of tables names. */
export interface Edition {
  version: string;
  /** Hash of the model, in full. */
  model: string;
  /** Of the project; empty where it is not known. */
  commit: string;
  /** Day or month of the version, `2026-12`. */
  date: string;
}

/** The edition that a built site's folder is of. */
export function editionOf(site: string): Edition {
  const {hash} = JSON.parse(readFileSync(`${site}/data/published_model.json`, "utf8")) as {hash: string};
  const {date} = releaseIn(readFileSync(`${root}CHANGELOG.md`, "utf8"));
  return {version: about.version, model: hash, commit: commit(), date};
}
