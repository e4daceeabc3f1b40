import {execFile} from "node:child_process";
import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {promisify} from "node:util";
import {beforeAll, describe, expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {numberAt} from "../../lib/sheet/index.js";
import {tool} from "../../scripts/run.js";
import {tsc} from "../../scripts/tsc.js";
import {project} from "../model/project.js";
import {framework, pageExample} from "./package/framework.js";
import {installed, installPackage, site} from "./package/installed.js";
import {minified} from "./package/minifiers.js";
import {leavingNotebooks, notebookKit} from "./package/notebook-kit.js";
import {plainPages} from "./package/plain.js";

let tarball = "";

beforeAll(async () => {
  tarball = await installPackage();
});

describe("the package", () => {
  it("satisfies publint and are-the-types-wrong", async () => {
    await tool("publint", [installed, "--strict"]);
    await tool("attw", ["--profile", "esm-only", "--exclude-entrypoints", "./observable.css", "--", tarball]);
  });
  it("runs the page's example, and agrees with the model", async () => {
    writeFileSync(`${site}/example.mjs`, `${pageExample}\nconsole.log(JSON.stringify({cost, why, paid}));\n`);
    const {stdout} = await promisify(execFile)(process.execPath, ["--conditions=browser", `${site}/example.mjs`]);
    const {cost, why, paid} = JSON.parse(stdout) as Example;
    const changes = [{cell: "parameter.realised_share", value: "0.1", place: "test"}];
    const {run} = runScenario(project, "dear-capital", changes, 24);
    expect(cost).toBe(numberAt(run, "economy.cost_per_token", 0, 12));
    const row = run.inputs.cluster!.keys.indexOf("atlas-b200");
    expect(paid.map(({carbon}) => carbon)).toEqual(
      Array.from({length: 24}, (_, month) => numberAt(run, "cluster.operational_carbon", row, month))
    );
    expect(why).toMatchObject({formula: "carbon * rate", unit: "USD/month"});
    expect((why.value as number) / (paid[12]!.carbon * 85)).toBeCloseTo(1, 12);
  });
  it("runs the examples of its README, which pass strict types", async () => {
    const readme = readFileSync(`${installed}/README.md`, "utf8");
    const examples = [...readme.matchAll(/```[jt]s\n([\s\S]*?)```/g)].map(([, code], i) => {
      const file = `${site}/readme-${i}.ts`;
      writeFileSync(file, code!);
      return file;
    });
    expect(examples).toHaveLength(2);
    await tsc([...strict, ...examples]);
    for (const file of examples) await promisify(execFile)(process.execPath, ["--import", "tsx", file]);
  });
  it("runs the command, on its own assumptions or on another folder", async () => {
    const tokenFactory = async (...args: string[]): Promise<string> =>
      (await promisify(execFile)(process.execPath, [`${installed}/cli/bin.js`, ...args], {cwd: site})).stdout;
    const headline = JSON.parse(await tokenFactory("run", "--json", "--months", "1")) as {
      headline: object;
      hash: string;
    };
    const {run} = runScenario(project, "reference", [], 1);
    expect(headline.headline).toMatchObject({value_per_cost: numberAt(run, "economy.value_per_cost", 0, 0)});
    cpSync(`${installed}/assumptions`, `${site}/mine`, {recursive: true});
    const file = `${site}/mine/parameter.csv`;
    writeFileSync(file, readFileSync(file, "utf8").replace(/^(realised_share,.*?,0.03),0.15,/m, "$1,0.3,"));
    const mine = JSON.parse(await tokenFactory("run", "--json", "--months", "1", "--assumptions", "mine")) as object;
    const value = numberAt(run, "economy.productivity_value", 0, 0);
    expect(mine).toMatchObject({headline: {productivity_value: expect.closeTo(2 * value, 0) as number}});
  });
  it("keeps unused code out of a bundle", async () => {
    const {build} = await import("esbuild");
    const size = async (code: string): Promise<number> => {
      const {outputFiles} = await build({
        stdin: {contents: code, resolveDir: site},
        bundle: true,
        minify: true,
        write: false,
        format: "esm",
        platform: "browser"
      });
      return outputFiles[0]!.contents.length;
    };
    const npv = await size(`import {npv} from "token-factory/finance"; console.log(npv);`);
    const all = await size(`import {run} from "token-factory"; console.log(run);`);
    expect(npv).toBeLessThan(5_000);
    expect(all).toBeGreaterThan(1_000_000);
  });
});

/** A consumer's strictest settings; `--ignoreConfig`, because the project's own settings are not a consumer's. */
const strict = [
  ...["--ignoreConfig", "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"],
  ...["--module", "nodenext", "--target", "es2022", "--types", "node"]
];

interface Example {
  cost: number;
  why: {value: unknown};
  paid: {carbon: number; amount: number}[];
}

framework();
notebookKit();
leavingNotebooks();
plainPages();
minified();
