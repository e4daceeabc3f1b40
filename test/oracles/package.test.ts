import {execFile, execFileSync} from "node:child_process";
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {promisify} from "node:util";
import {chromium} from "playwright-core";
import {beforeAll, describe, expect, it} from "vitest";
import {runScenario} from "../../data-loaders/run/project.js";
import {numberAt} from "../../lib/sheet/index.js";
import {chromium as findChromium} from "../../scripts/chromium.js";
import {answerVersions} from "../../scripts/offline.js";
import {buildPackage} from "../../scripts/package.js";
import {root} from "../../scripts/paths.js";
import {tool} from "../../scripts/run.js";
import {serve} from "../../scripts/serve.js";
import {project} from "../model/project.js";

const site = `${root}node_modules/.cache/second-site`;
const installed = `${site}/node_modules/token-factory`;
let tarball = "";

/** The examples of the page, as they stand there. */
const [example, sheetCell, chartCell] = [
  ...readFileSync("src/library.md", "utf8").matchAll(/```js run=false\n([\s\S]*?)```/g)
].map(([, code]) => code!) as [string, string, string];

beforeAll(async () => {
  tarball = await buildPackage();
  rmSync(site, {recursive: true, force: true});
  mkdirSync(installed, {recursive: true});
  execFileSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
});

describe("the package", () => {
  it("is what publint and are-the-types-wrong ask for", async () => {
    await tool("publint", [installed, "--strict"]);
    await tool("attw", ["--profile", "esm-only", tarball]);
  });
  it("runs the page's example, and agrees with the model", async () => {
    writeFileSync(`${site}/example.mjs`, `${example}\nconsole.log(JSON.stringify({cost, why, paid}));\n`);
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
    await tool("tsc", [...strict, ...examples]);
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
  it("keeps the unused out of a bundle", async () => {
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

/** A consumer's strictest settings; `--ignoreConfig`, since the project's own are not a consumer's. */
const strict = [
  ...["--ignoreConfig", "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"],
  ...["--module", "nodenext", "--target", "es2022", "--types", "node"]
];

interface Example {
  cost: number;
  why: {value: unknown};
  paid: {carbon: number; amount: number}[];
}

describe("a second site on the package", () => {
  it("builds without a network and shows its own scenario and table", async () => {
    writeSite();
    await observable(["build"]);
    const page = readFileSync(`${site}/dist/index.html`, "utf8");
    expect(page).not.toContain("observablehq--error");
    const {url, close} = await serve(`${site}/dist`, {base: "/"});
    const browser = await chromium.launch({executablePath: await findChromium(), args: ["--no-sandbox"]});
    const tab = await browser.newPage();
    const problems: string[] = [];
    tab.on("pageerror", ({message}) => problems.push(message));
    tab.on("request", (request) => {
      if (!request.url().startsWith(url)) problems.push(`left the origin: ${request.url()}`);
    });
    await tab.goto(url);
    await tab.waitForSelector("#cost");
    const {run} = runScenario(
      project,
      "dear-capital",
      [{cell: "parameter.realised_share", value: "0.1", place: "test"}],
      24
    );
    const cost = numberAt(run, "economy.cost_per_token", 0, 12);
    expect(Number(await tab.textContent("#cost")) / cost).toBeCloseTo(1, 12);
    expect(await tab.textContent("#why")).toBe("carbon * rate");
    expect(await tab.locator("#paid li").count()).toBe(24);
    expect(problems).toEqual([]);
    await browser.close();
    await close();
  });
});

describe("the sheet of the package on a second site", () => {
  it("is a spreadsheet with a chart in three lines, and its edits give what the model computes", async () => {
    writeSite();
    await observable(["build"]);
    const {url, close} = await serve(`${site}/dist`, {base: "/"});
    const browser = await chromium.launch({executablePath: await findChromium(), args: ["--no-sandbox"]});
    const tab = await browser.newPage();
    const problems: string[] = [];
    tab.on("pageerror", ({message}) => problems.push(message));
    tab.on("request", (request) => {
      if (!request.url().startsWith(url)) problems.push(`left the origin: ${request.url()}`);
    });
    await tab.goto(`${url}sheet`);
    const cost = tab.locator("#cost");
    const shown = async (): Promise<number> => Number(await cost.textContent());
    await cost.waitFor();
    const expected = (value?: string): number => {
      const changes = value === undefined ? [] : [{cell: "cluster[atlas-b200].extra_count", value, place: "test"}];
      return numberAt(runScenario(project, "reference", changes).run, "economy.cost_per_token", 0, 59);
    };
    expect((await shown()) / expected()).toBeCloseTo(1, 12);
    const first = tab.locator(".tf-notebook").first();
    await first.locator('.tf-cell[data-id="cluster[atlas-b200].extra_count"]').dblclick();
    await tab.keyboard.press("Control+A");
    await tab.keyboard.insertText("8000");
    await tab.keyboard.press("Enter");
    await expect.poll(async () => (await shown()) / expected("8000")).toBeCloseTo(1, 12);
    expect(await first.locator(".tf-cell.edited").textContent()).toContain("was 0");
    expect(await tab.locator("#chart svg").count()).toBe(1);
    expect(await tab.locator(".tf-notebook").nth(1).locator(".tf-cell.edited").count()).toBe(0);
    expect(await tab.locator("#steps").textContent()).toBe("cluster.extra_count");
    await first.locator(".tf-cell.edited").click();
    await tab.keyboard.press("Control+z");
    await expect.poll(async () => (await shown()) / expected()).toBeCloseTo(1, 12);
    expect(await tab.evaluate(() => [location.search, localStorage.length])).toEqual(["", 0]);
    expect(problems).toEqual([]);
    await browser.close();
    await close();
  });
});

/** The page's examples, and cells that show what the sheet gives. */
const sheetPage = [
  "# Sheet",
  fence(`import {html} from "htl";`),
  fence(sheetCell),
  fence(chartCell.replace("display(", "display(html`<div id=chart>${").replace(/\);\n$/, "}</div>`);\n")),
  fence(`import {value} from "token-factory";
display(html\`<p id=cost>\${value(run, "economy.cost_per_token@59")}</p>\`);
display(html\`<p id=steps>\${bridge(run, "economy.cost_per_token@59").map(({input}) => input).join()}</p>\`);`),
  fence('display(sheet({tables: ["cluster"], month: "first"}));')
].join("\n\n");

function fence(code: string): string {
  return `\`\`\`js\n${code.trim()}\n\`\`\``;
}

function writeSite(): void {
  mkdirSync(`${site}/src`, {recursive: true});
  writeFileSync(`${site}/package.json`, JSON.stringify({type: "module", private: true}));
  writeFileSync(`${site}/observablehq.config.js`, "export default {globalStylesheets: [], title: 'Mine'};\n");
  const shown =
    "display(html`<p id=cost>${cost}</p><p id=why>${why.formula}</p><ul id=paid>${paid.map(({amount}) => " +
    "html`<li>${amount}</li>`)}</ul>`);";
  writeFileSync(
    `${site}/src/index.md`,
    `# Mine\n\n\`\`\`js\nimport {html} from "htl";\n${example}\`\`\`\n\n\`\`\`js\n${shown}\n\`\`\`\n`
  );
  writeFileSync(`${site}/src/sheet.md`, sheetPage);
  answerVersions(`${site}/src/.observablehq/cache`);
}

/** Framework, with the network off where the system lets us do that. */
async function observable(args: readonly string[]): Promise<void> {
  const program = [process.execPath, `${root}node_modules/.bin/observable`, ...args];
  const isolated = existsSync("/usr/bin/unshare") && process.getuid?.() === 0 ? ["unshare", "-n", ...program] : program;
  const env = {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"};
  await promisify(execFile)(isolated[0]!, isolated.slice(1), {cwd: site, env});
}
