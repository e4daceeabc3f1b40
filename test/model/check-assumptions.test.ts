import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {checkAssumptions} from "../../data-loaders/run/check-assumptions.js";
import {loadProject} from "../../data-loaders/run/project.js";
import {InputError} from "../../lib/sheet/index.js";

const path = mkdtempSync(join(tmpdir(), "token-factory-"));
cpSync("assumptions", path, {recursive: true});
afterAll(() => rmSync(path, {recursive: true}));
const folder = {path, name: "mine"};
const files = ["", "readme/", "scenarios/", "backtest/"].flatMap((under) =>
  readdirSync(join(path, under))
    .filter((name) => /\.(csv|yaml)$/.test(name))
    .map((name) => under + name)
);

/** Checks the assumptions with one file changed. */
function checkWith(file: string, text: string) {
  const before = readFileSync(join(path, file), "utf8");
  writeFileSync(join(path, file), text);
  try {
    return checkAssumptions(loadProject(folder));
  } finally {
    writeFileSync(join(path, file), before);
  }
}

describe("assumptions are checked", () => {
  it("all of them, with their values", () => {
    const checked = checkAssumptions(loadProject(folder));
    expect(checked).toHaveLength(files.length);
    expect(checked.every(({name, values}) => values > 0 || /reference|baseline/.test(name))).toBe(true);
  });
  it.each(files)("%s: damaged, it is named", (file) => {
    const text = readFileSync(join(path, file), "utf8");
    const named = file
      .split("/")
      .at(-1)!
      .replace(/\.yaml$/, "");
    expect(() => checkWith(file, "\0garbage, that is; no table\n1")).toThrow(named);
    expect(() => checkWith(file, `${text}\n"an open quote`)).toThrow(InputError);
  });
  it("a file that nothing reads is refused", () => {
    writeFileSync(join(path, "constrain.csv"), "key\n");
    expect(() => checkAssumptions(loadProject(folder))).toThrow("did you mean constraint.csv?");
    rmSync(join(path, "constrain.csv"));
  });
});

describe("sources", () => {
  const texts = files
    .filter((name) => !name.endsWith("source.csv"))
    .map((name) => readFileSync(join(path, name), "utf8"));
  const law = readFileSync("lib/finance/project-inputs.ts", "utf8");
  const cited = new Set([...texts, law].flatMap((text) => text.match(/[a-z0-9]+(-[a-z0-9]+)*/g) ?? []));
  it("are each cited by an input, or by the rule of law that they state", () =>
    expect(
      loadProject(folder)
        .models.get("chain")!
        .sources.filter(({id}) => !cited.has(id))
        .map(({id}) => id)
    ).toEqual([]));
});
