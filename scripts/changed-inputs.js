import {execFileSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {parse as parseYaml} from "yaml";

/**
 * Writes the list of inputs that changed since a commit: `node scripts/changed-inputs.js 7798087`. Reasons already in
 * the list are kept; other reasons are the rows' notes.
 */
/** @typedef {Record<string, string>} Row A row of a table, as text. */
/** @typedef {{cell: string; before: string; after: string; source: string; why: string}} Change */

const since = process.argv[2] ?? "7798087";
const target = "docs/changes-2026-11.md";

/** Tables without inputs of the model: sources, data for comparison or fitting, and pairs to be priced. */
const others = new Set([
  ...["source", "published_check", "published_figure", "price_book", "token_price_history"],
  ...["measurement", "held_out", "evidence", "accuracy", "test_setup"]
]);

/** Tables of scalars: a row is one cell, with its range in separate columns. */
const scalars = new Set(["parameter", "project_default"]);

const known = reasons(existsSync(target) ? readFileSync(target, "utf8") : "");
const tables = [...new Set([...namesNow(""), ...namesThen("")])].filter((name) => !others.has(name)).sort();
const changes = tables.flatMap((name) => changesOf(name));
writeFileSync(target, page([...changes, ...scenarioChanges()]));

/** @param {Change[]} changes */
function page(changes) {
  const lines = changes.map(({cell, before, after, source, why}, i) => {
    const reason = known.get(cell) ?? (why === changes[i - 1]?.why ? "As above." : why);
    return `| \`${cell}\` | ${text(before)} | ${text(after)} | ${text(source)} | ${text(reason)} |`;
  });
  return `# Changed inputs, November 2026

Every input that changed, with its source, or \`judgement\` if no source supports the value well enough. Ranges are
low..high: old ones are the ends of PERT distributions, new ones the 5th and 95th percentiles of lognormal ones, except
if low is 0 or the quantity has another bound. \`scripts/changed-inputs.js ${since}\` compares \`assumptions/\` with
commit ${since} and writes this list of ${lines.length} cells.

| cell | old | new | source | why |
|---|---|---|---|---|
${lines.join("\n")}
`;
}

/**
 * @param {string} name
 * @returns {Change[]}
 */
function changesOf(name) {
  const [before, after] = [rowsThen(name), rowsNow(name)];
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  return keys.flatMap((key) => rowChanges(name, key, before.get(key) ?? {}, after.get(key) ?? {}));
}

/**
 * @param {string} name
 * @param {string} key
 * @param {Row} before
 * @param {Row} after
 * @returns {Change[]}
 */
function rowChanges(name, key, before, after) {
  if (Object.keys(before).length === 0 && !scalars.has(name)) return [newRow(name, key, after)];
  const columns = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const address = (/** @type {string} */ column) =>
    scalars.has(name) ? `${name}.${key}` : `${name}[${key}].${column}`;
  const row = Object.keys(after).length > 0 ? after : before;
  return columns
    .filter((column) => !["key", "source", "note", "issuer"].includes(column))
    .filter((column) => bare(before[column]) !== bare(after[column]))
    .map((column) => ({
      cell: address(column),
      before: bare(before[column]),
      after: bare(after[column]),
      source: /@(\S+)/.exec(after[column] ?? "")?.[1] ?? row.source ?? "",
      why: Object.keys(after).length === 0 ? "Removed." : (row.note ?? "")
    }));
}

/**
 * A new row in one line: its numbers and references.
 * @param {string} name
 * @param {string} key
 * @param {Row} row
 * @returns {Change}
 */
function newRow(name, key, {source, note, ...row}) {
  const cells = Object.entries(row).filter(([column, cell]) => !["key", "name"].includes(column) && cell !== "");
  const after = cells.map(([column, cell]) => `${column} ${bare(cell)}`).join("; ");
  return {cell: `${name}[${key}]`, before: "", after, source: source ?? "", why: note ?? ""};
}

/**
 * A cell without its source and distribution family.
 * @param {string | undefined} cell
 */
function bare(cell = "") {
  return cell
    .replace(/ ?@\S+/, "")
    .replace(/ [a-z]+\)$/, ")")
    .trim();
}

/** @returns {Change[]} */
function scenarioChanges() {
  const files = [...new Set([...namesNow("scenarios/"), ...namesThen("scenarios/")])].sort();
  return files.flatMap((name) => {
    const [before, after] = [settings(then(`scenarios/${name}.yaml`)), settings(now(`scenarios/${name}.yaml`))];
    const cells = [...new Set([...Object.keys(after), ...Object.keys(before)])];
    return cells
      .filter((cell) => String(before[cell] ?? "") !== String(after[cell] ?? ""))
      .map((cell) => ({
        cell: `${name}: ${cell}`,
        before: String(before[cell] ?? ""),
        after: String(after[cell] ?? ""),
        source: "judgement",
        why: "A scenario's own setting."
      }));
  });
}

/**
 * @param {string} file
 * @returns {Record<string, string | number>}
 */
function settings(file) {
  return file === "" ? {} : (parseYaml(file).set ?? {});
}

/**
 * The rows of a table by key; a scalar's central value and range count as one cell.
 * @param {string} name
 * @param {string} file
 * @returns {Map<string, Row>}
 */
function rowsOf(name, file) {
  if (file === "") return new Map();
  const columns = (/** @type {string[]} */ names) => names.map((column) => column.replace(/ \[.*\]$/, ""));
  const records = /** @type {Row[]} */ (parse(file, {columns}));
  return new Map(records.map((row) => [row.key ?? row.name ?? name, scalars.has(name) ? scalar(row) : row]));
}

/**
 * @param {Row} row
 * @returns {Row}
 */
function scalar({low, central, high, unit, source = "", note = ""}) {
  const range = low === "" && high === "" ? "" : ` (${low}..${high})`;
  return {value: `${central}${range}${unit === "1" ? "" : ` ${unit}`}`, source, note};
}

/** @param {string} name */
function rowsNow(name) {
  return rowsOf(name, now(`${name}.csv`));
}

/** @param {string} name */
function rowsThen(name) {
  return rowsOf(name, then(`${name}.csv`));
}

/** @param {string} file */
function now(file) {
  return existsSync(`assumptions/${file}`) ? readFileSync(`assumptions/${file}`, "utf8") : "";
}

/** @param {string} file */
function then(file) {
  if (!filesThen(file).includes(`assumptions/${file}`)) return "";
  return execFileSync("git", ["show", `${since}:assumptions/${file}`], {encoding: "utf8"});
}

/** @param {string} path */
function filesThen(path) {
  const found = execFileSync("git", ["ls-tree", "--name-only", since, `assumptions/${path}`], {encoding: "utf8"});
  return found.trim().split("\n");
}

/** @param {string} folder */
function namesThen(folder) {
  return names(filesThen(folder), folder);
}

/** @param {string} folder */
function namesNow(folder) {
  return names(readdirSync(`assumptions/${folder}`), folder);
}

/**
 * @param {string[]} files
 * @param {string} folder
 */
function names(files, folder) {
  const ending = folder === "" ? ".csv" : ".yaml";
  return files
    .filter((file) => file.endsWith(ending))
    .map((file) => (file.split("/").at(-1) ?? "").replace(ending, ""));
}

/**
 * The reasons in a list, by cell.
 * @param {string} list
 * @returns {Map<string, string>}
 */
function reasons(list) {
  const rows = list.split("\n").map((line) => line.split(" | "));
  const pairs = rows
    .filter((cells) => cells.length === 5)
    .map(([cell = "", , , , why = ""]) => ({cell: cell.replace(/^\| `|`$/g, ""), why: why.replace(/ \|$/, "")}));
  return new Map(pairs.filter(({why}) => why !== "" && why !== "As above.").map(({cell, why}) => [cell, why]));
}

/** @param {unknown} value */
function text(value) {
  return String(value ?? "")
    .replaceAll("|", "/")
    .replaceAll("\n", " ");
}
