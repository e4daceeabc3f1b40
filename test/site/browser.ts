import {setTimeout as sleep} from "node:timers/promises";
import type {Browser, BrowserContext, Page, Request} from "playwright-core";
import {afterAll, beforeAll, inject} from "vitest";
import {launch} from "./launch.js";
import {patience} from "./patience.js";

/** An opened page, and its errors. */
export interface Visit {
  page: Page;
  /** Errors on the console, uncaught errors, failed requests, requests to other origins. */
  problems: string[];
  /** Completed requests, and the bytes that each sent over the wire. */
  requests: {path: string; bytes: () => Promise<number>}[];
}

export interface VisitOptions {
  width?: number;
  scheme?: "light" | "dark";
  /** Whether the browser starts with an empty cache, and waits until nothing more loads. */
  first?: boolean;
  /** Whether workers draw ranges of figures. In the sheet, which draws anew after each edit, only if asked for. */
  draws?: boolean;
}

let browser: Browser;
let shared: BrowserContext;

/** Starts a browser for the tests in a file. Its pages share a cache, and start with empty storage. */
export function useBrowser(options: Parameters<typeof launch>[0] = {}): void {
  beforeAll(async () => {
    browser = await launch(options);
    shared = await newContext();
  });
  afterAll(() => browser.close());
}

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({acceptDownloads: true});
  context.setDefaultTimeout(patience);
  await context.addInitScript(touch);
  return context;
}

/** Gives the reader's first sign, for which a page waits. */
function touch(): void {
  addEventListener("load", () => dispatchEvent(new Event("pointermove")));
}

/** Replaces workers that draw by ones that never answer, which leaves the cores to what is tested. */
function idleDraws(): void {
  const idle = (): object =>
    Object.assign(new EventTarget(), {postMessage: () => undefined, terminate: () => undefined});
  const isDrawing = (url: unknown): boolean => String(url).includes("draw-worker");
  window.Worker = new Proxy(Worker, {
    construct: (worker, [url, options]: ConstructorParameters<typeof Worker>) =>
      isDrawing(url) ? idle() : new worker(url, options)
  });
}

/** An untouched page as built, in a browser with or without scripts. */
export async function untouched(path: string, {width = 1350, scripts = true} = {}): Promise<Page> {
  const context = await browser.newContext({javaScriptEnabled: scripts, viewport: {width, height: 900}});
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.goto(inject("siteUrl") + path, {waitUntil: "load"});
  return page;
}

/** A page that has opened nothing yet. */
export function newPage(): Promise<Page> {
  return shared.newPage();
}

/** Opens a page of the built site, such as `sql` or `sql#v1,…`, and waits until its scripts have taken over. */
export async function visit(path: string, options: VisitOptions = {}): Promise<Visit> {
  const {width = 1440, scheme = "light", first = false, draws = !path.startsWith("sheet")} = options;
  const context = first ? await newContext() : shared;
  const page = await context.newPage();
  await page.setViewportSize({width, height: 900});
  await page.emulateMedia({colorScheme: scheme});
  if (!draws) await page.addInitScript(idleDraws);
  const {visited, underWay} = watch(page);
  await page.goto(inject("siteUrl") + path, {waitUntil: first ? "networkidle" : "load"});
  await live(page);
  await allLoaded(underWay);
  return visited;
}

/** Waits until a page's scripts have taken it over. */
export async function live(page: Page): Promise<void> {
  await page.waitForFunction(() => "live" in document.documentElement.dataset);
}

/** Opens a page shared by all tests of a group. */
export function useVisit(path: string): () => Visit {
  let visited: Visit;
  beforeAll(async () => {
    visited = await visit(path);
  });
  afterAll(() => leave(visited));
  return () => visited;
}

/** Closes a page, and deletes what it stored. */
export async function leave({page}: Visit): Promise<void> {
  await page.evaluate(() => localStorage.clear());
  await page.close();
  if (page.context() !== shared) await page.context().close();
}

/** Waits until no request is pending twice, a moment apart: a page may request the next thing after loading one. */
export async function allLoaded(underWay: ReadonlySet<Request>, moment = 50): Promise<void> {
  for (let times = 0; times < 2; times = underWay.size === 0 ? times + 1 : 0) await sleep(moment);
}

/** Collects a page's errors, its completed requests and its pending ones. */
export function watch(page: Page): {visited: Visit; underWay: ReadonlySet<Request>} {
  const visited: Visit = {page, problems: [], requests: []};
  const {problems, requests} = visited;
  const origin = new URL(inject("siteUrl")).origin;
  const underWay = new Set<Request>();
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    underWay.delete(request);
    problems.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    if (request.url().startsWith(origin)) underWay.add(request);
    else if (!/^(data|blob):/.test(request.url())) problems.push(`left the origin: ${request.url()}`);
  });
  page.on("requestfinished", (request) => {
    underWay.delete(request);
    requests.push({path: new URL(request.url()).pathname, bytes: () => bytesOf(request)});
  });
  return {visited, underWay};
}

async function bytesOf(request: Request): Promise<number> {
  // A page closed in the meantime has nothing to weigh.
  const none = {responseBodySize: 0, responseHeadersSize: 0};
  const {responseBodySize, responseHeadersSize} = await request.sizes().catch(() => none);
  return responseBodySize + responseHeadersSize;
}
