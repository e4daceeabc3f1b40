import {execFile, execFileSync} from "node:child_process";
import {existsSync, linkSync, mkdirSync, rmSync} from "node:fs";
import {promisify} from "node:util";
import type {Page, Route} from "playwright-core";
import {runScenario} from "../../../data-loaders/run/project.js";
import {numberAt} from "../../../lib/sheet/index.js";
import {buildPackage} from "../../../scripts/package.js";
import {root} from "../../../scripts/paths.js";
import {serve} from "../../../scripts/serve.js";
import {project} from "../../model/project.js";
import {launch} from "../../site/launch.js";

/** Timeout of a page: DuckDB's WebAssembly is compressed each time it is served. */
export const patiently = {timeout: 60_000};

/** Another project, with the package installed. */
export const site = `${root}node_modules/.cache/second-site`;
export const installed = `${site}/node_modules/token-factory`;

/** Packs the package and installs it there; returns the path of the tarball. */
export async function installPackage(): Promise<string> {
  const tarball = await buildPackage();
  rmSync(site, {recursive: true, force: true});
  mkdirSync(installed, {recursive: true});
  execFileSync("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  return tarball;
}

/** Puts DuckDB's files beside pages, for a project that may load nothing from elsewhere. */
export function addDuckdb(folder: string): void {
  mkdirSync(`${folder}/duckdb`, {recursive: true});
  for (const name of ["duckdb-browser-eh.worker.js", "duckdb-eh.wasm"])
    if (!existsSync(`${folder}/duckdb/${name}`))
      linkSync(`${root}node_modules/@duckdb/duckdb-wasm/dist/${name}`, `${folder}/duckdb/${name}`);
}

/** Runs a program, without a network if the system permits. */
export async function offline(program: readonly string[], cwd: string): Promise<void> {
  const isolated = existsSync("/usr/bin/unshare") && process.getuid?.() === 0 ? ["unshare", "-n", ...program] : program;
  const env = {...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true"};
  await promisify(execFile)(isolated[0]!, isolated.slice(1), {cwd, env});
}

/** A page of a folder in a browser, and its errors. */
export interface Opened {
  tab: Page;
  problems: string[];
  close: () => Promise<void>;
}

/** Requests that fail outside a program's own project: an icon, and fonts of an installation. */
const unheeded = /\/favicon\.ico$|\.woff2$/;

/** Opens a page of a folder; a request to another origin is an error, unless `elsewhere` answers it. */
export async function openPage(
  folder: string,
  path: string,
  elsewhere?: (route: Route) => Promise<void>
): Promise<Opened> {
  const {url, close} = await serve(folder, {base: "/"});
  const opened = await openUrl(url + path, elsewhere);
  return {...opened, close: () => opened.close().then(close)};
}

/** Opens a page that another program serves. */
export async function openUrl(address: string, elsewhere?: (route: Route) => Promise<void>): Promise<Opened> {
  const browser = await launch();
  const tab = await browser.newPage({viewport: {width: 1100, height: 900}});
  const problems: string[] = [];
  const {origin} = new URL(address);
  tab.on("pageerror", ({message}) => problems.push(message));
  tab.on("console", (message) => {
    if (message.type() === "error" && !unheeded.test(message.location().url)) problems.push(message.text());
  });
  tab.on("request", (request) => {
    if (!elsewhere && /^http/.test(request.url()) && !request.url().startsWith(origin))
      problems.push(`left the origin: ${request.url()}`);
  });
  if (elsewhere) await tab.route((url) => url.origin !== origin, elsewhere);
  await tab.goto(address);
  return {tab, problems, close: () => browser.close()};
}

/** Edits a cell of a sheet as a person does. */
export async function typeInto(tab: Page, cell: string, text: string, sheet = 0): Promise<void> {
  await tab.locator(".tf-notebook").nth(sheet).locator(`.tf-cell[data-id="${cell}"]`).dblclick();
  await tab.keyboard.press("Control+A");
  await tab.keyboard.insertText(text);
  await tab.keyboard.press("Enter");
}

/** A figure of the last month, computed by the model with some cells set. */
export function figureWith(cells: Record<string, string>, column = "cost_per_token"): number {
  const changes = Object.entries(cells).map(([cell, value]) => ({cell, value, place: "test"}));
  const {run} = runScenario(project, "reference", changes);
  return numberAt(run, `economy.${column}`, 0, run.months - 1);
}

/** The cluster with the highest levelised cost in any month, with some cells set. */
export function dearestWith(cells: Record<string, string>): string {
  const changes = Object.entries(cells).map(([cell, value]) => ({cell, value, place: "test"}));
  const {run} = runScenario(project, "reference", changes);
  const {keys} = run.inputs.cluster!;
  const cost = (row: number): number =>
    Math.max(...Array.from({length: run.months}, (_, month) => numberAt(run, "cluster.levelised_cost", row, month)));
  return keys.toSorted((a, b) => cost(keys.indexOf(b)) - cost(keys.indexOf(a)))[0]!;
}
