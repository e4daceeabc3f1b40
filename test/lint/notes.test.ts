import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {expect, it} from "vitest";
import {root} from "../../scripts/paths.js";

/** A phrase that refers to another row's text, which a reader of one row does not see. */
const elsewhere = [
  /(^|[.:;] )((as|see) (above|below|before)|ditto|idem|likewise|same( as)?|the same)\s*[.,:;]/i,
  /^As (for |of |in )?[\w-]+( [\w-]+)?[.:;]/
];

const folder = join(root, "assumptions");
const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".csv"));

/** The cells of a file, with their places. */
function cellsOf(name: string): {place: string; text: string}[] {
  const rows = parse(readFileSync(join(folder, name), "utf8"), {relaxColumnCount: true});
  return rows.slice(1).flatMap(([key, ...cells]) => cells.map((text) => ({place: `${name}: ${key}`, text})));
}

it.each(["As above.", "Judgement. See above.", "As input.", "As for packaging: unknown.", "Of 2025; likewise."])(
  "“%s” is not self-contained",
  (text) => expect(elsewhere.some((one) => one.test(text))).toBe(true)
);

it.each(["As fast as plans are repriced (plan_response).", "The same scheduler, ported.", "Half above 3."])(
  "“%s” is",
  (text) => expect(elsewhere.some((one) => one.test(text))).toBe(false)
);

it("every note and source in assumptions is self-contained", () => {
  expect(files.length).toBeGreaterThan(40);
  const found = files.flatMap(cellsOf).filter(({text}) => elsewhere.some((one) => one.test(text)));
  expect(found.map(({place, text}) => `${place}: ${text}`)).toEqual([]);
});
