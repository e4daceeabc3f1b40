import {execFile} from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {beforeAll, describe, expect, it} from "vitest";
import {root} from "../../scripts/paths.js";

/** A copy of the program, whose sources a test may change. */
const copy = mkdtempSync(join(tmpdir(), "token-factory-"));
const bundles = `${copy}/node_modules/.cache/token-factory-cli`;

beforeAll(() => {
  for (const name of ["cli", "scripts", "lib", "data-loaders", "assumptions", "src/components", "src/pages"])
    cpSync(root + name, `${copy}/${name}`, {recursive: true});
  for (const name of ["package.json", "package-lock.json"]) cpSync(root + name, `${copy}/${name}`);
  symlinkSync("../lib", `${copy}/src/lib`);
  mkdirSync(`${copy}/node_modules`);
  for (const name of readdirSync(`${root}node_modules`).filter((name) => !name.startsWith(".")))
    symlinkSync(`${root}node_modules/${name}`, `${copy}/node_modules/${name}`);
});

async function tokenFactory(...args: string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, [`${copy}/cli/bin.js`, ...args])).stdout;
}

/** Two parts of draws, so that another thread takes one. */
const drawn = ["run", "--months", "1", "--draws", "520", "--json"];

describe("token-factory", () => {
  it("builds its bundle once, even if many start at the same time", async () => {
    const help = await Promise.all([1, 2, 3].map(() => tokenFactory("--help")));
    expect(help[0]).toContain("Usage: token-factory");
    expect(new Set(help).size).toBe(1);
    expect(readdirSync(bundles)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });
  it("never runs a bundle of older sources, even of the same size", async () => {
    const file = `${copy}/cli/program.ts`;
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("run, explain and check", "run, EXPLAIN and check"));
    expect(await tokenFactory("--help")).toContain("EXPLAIN");
    writeFileSync(file, text);
    expect(await tokenFactory("--help")).not.toContain("EXPLAIN");
    expect(readdirSync(bundles)).toHaveLength(2);
  });
  it("starts the workers of a sweep from its bundle", async () => {
    const spec = join(copy, "sweep.yaml");
    const axes = "axes: {capital: {cell: parameter.cost_of_capital, from: 0.05, to: 0.12, steps: 2}}";
    const outputs = "outputs: {headline: [value_per_cost], at: [0]}";
    writeFileSync(spec, ["title: Small", "scenario: reference", "months: 1", axes, "draws: 2", outputs].join("\n"));
    expect(await tokenFactory("sweep", spec, "--out", join(copy, "swept"))).toContain("4 runs in 1 files");
  });
  it("runs from its sources if esbuild is missing, with the same result", async () => {
    const bundled = await tokenFactory(...drawn);
    rmSync(bundles, {recursive: true});
    rmSync(`${copy}/node_modules/esbuild`);
    expect(await tokenFactory(...drawn)).toBe(bundled);
    expect(existsSync(`${bundles}/lock`)).toBe(false);
    expect(bundled).toContain('"ranges"');
  });
});
