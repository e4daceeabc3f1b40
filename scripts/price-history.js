import {execFileSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {root} from "./paths.js";
import {recordedPrices} from "./recorded-prices.js";

/**
 * Writes `assumptions/token_price_history.csv` from a clone of github.com/pydantic/genai-prices: `node
 * scripts/price-history.js ../genai-prices`. A git directory without a work tree is enough.
 */
/** @import {Recorded, Seller, Snapshot} from "./recorded-prices.js" */

const [clone] = process.argv.slice(2);
if (clone === undefined) throw new Error("price-history: no clone: node scripts/price-history.js PATH");

/** Possible paths of the prices in a commit: the first that exists counts. */
const files = ["prices/new_data/v2/data.json", "prices/data.json"];
const target = `${root}assumptions/token_price_history.csv`;

const header =
  "key,seller,model,recorded,input [USD/Mtok],cached_input [USD/Mtok],cache_write [USD/Mtok],output [USD/Mtok]," +
  "source,note";
const recorded = recordedPrices(commits().map(snapshotOf));
const kept = new Map(recorded.map((row) => [row.commit, recorded.filter(({commit}) => commit === row.commit)]));
const lines = [...kept.values()].flatMap((rows) => rows.map(line));
writeFileSync(target, `${[header, ...lines].join("\n")}\n`);
console.log(`${target}: ${lines.length} prices from ${kept.size} commits`);

function commits() {
  const log = git("log", "--reverse", "--format=%H%x09%cs%x09%s", "--", ...files);
  return log.trim().split("\n");
}

/**
 * @param {string} logged
 * @returns {Snapshot}
 */
function snapshotOf(logged) {
  const [commit = "", day = "", subject = ""] = logged.split("\t");
  const listed = git("ls-tree", "--name-only", commit, "--", ...files).split("\n");
  const file = files.find((name) => listed.includes(name)) ?? "";
  const sellers = /** @type {Seller[]} */ (JSON.parse(git("show", `${commit}:${file}`)));
  return {commit: commit.slice(0, 8), day, subject, sellers};
}

/** @param {string[]} args */
function git(...args) {
  return execFileSync("git", ["-C", /** @type {string} */ (clone), ...args], {encoding: "utf8", maxBuffer: 2 ** 28});
}

/**
 * @param {Recorded} recorded
 * @param {number} i
 */
function line({commit, seller, model, day, numbers, subject}, i) {
  const cells = [`${commit}-${i + 1}`, seller, model, day, ...numbers.map((value) => value ?? "")];
  return [...cells, "genai-prices-history", subject].map(quoted).join(",");
}

/** @param {string | number} cell */
function quoted(cell) {
  const text = String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
