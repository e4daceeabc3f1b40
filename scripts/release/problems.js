import {releaseIn} from "./changelog.js";

/**
 * @typedef {"package.json" | "package-lock.json" | "codemeta.json" | ".zenodo.json"} JsonName
 * @typedef {Record<JsonName | "CHANGELOG.md" | "CITATION.cff", string>} Files
 */

/**
 * Obstacles to a release: files that name different versions, or a date that is missing or differs from the change
 * log's; with `draft`, a version without a day is allowed.
 * @param {Files} files The texts of the files that name it.
 * @param {{draft?: boolean}} [options]
 * @returns {string[]}
 */
export function releaseProblems(files, {draft = false} = {}) {
  const {version} = JSON.parse(files["package.json"]);
  const log = releaseIn(files["CHANGELOG.md"]);
  const dated = cffField(files["CITATION.cff"], "date-released");
  return [
    ...Object.entries(versionsIn(files, log.version))
      .filter(([, named]) => named !== version)
      .map(([file, named]) => `${file} is of version ${named ?? "none"}, package.json of ${version}`),
    ...(log.released || draft
      ? []
      : [`CHANGELOG.md: give ${log.version} its day, "## ${log.version}, 5 December 2026"`]),
    // The release fills in a missing day.
    ...(dated === undefined || dated === log.date
      ? []
      : [`CITATION.cff: date-released is ${dated}, CHANGELOG.md has ${log.date}`])
  ];
}

/**
 * @param {Files} files
 * @param {string} logged
 * @returns {Record<string, string | undefined>}
 */
function versionsIn(files, logged) {
  return {
    "package-lock.json": JSON.parse(files["package-lock.json"]).version,
    "CHANGELOG.md": logged,
    "CITATION.cff": cffField(files["CITATION.cff"], "version"),
    "codemeta.json": JSON.parse(files["codemeta.json"]).version,
    ".zenodo.json": JSON.parse(files[".zenodo.json"]).version
  };
}

/**
 * @param {string} cff
 * @param {string} field
 */
function cffField(cff, field) {
  return new RegExp(`^${field}: "?([^"\\n]*)"?$`, "m").exec(cff)?.[1];
}
