import {chromium, type Browser, type Page, type Request} from "playwright-core";
import {afterAll, beforeAll, inject} from "vitest";
import {chromium as findChromium} from "../../scripts/chromium.js";

/** A page that has been opened, and what went wrong on it. */
export interface Visit {
  page: Page;
  /** Errors on the console, uncaught errors, failed requests, requests that left the origin. */
  problems: string[];
  /** The paths requested, and the bytes that came over the wire. */
  requests: {path: string; bytes: Promise<number>}[];
}

export interface VisitOptions {
  width?: number;
  scheme?: "light" | "dark";
}

const quiet = ["background-networking", "component-update", "default-apps", "sync", "domain-reliability", "extensions"];
const args = ["--no-sandbox", "--no-first-run", ...quiet.map((feature) => `--disable-${feature}`)];
let browser: Browser;

/** Starts a browser for the tests of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({executablePath: await findChromium(), args});
  });
  afterAll(() => browser.close());
}

/** Opens a page of the built site, such as `sql` or `sql#v1,…`, and waits until it has drawn. */
export async function visit(path: string, {width = 1440, scheme = "light"}: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: {width, height: 900},
    colorScheme: scheme,
    acceptDownloads: true
  });
  const visited: Visit = {page: await context.newPage(), problems: [], requests: []};
  watch(visited);
  await visited.page.goto(inject("siteUrl") + path, {waitUntil: "networkidle"});
  await visited.page.waitForFunction(() => !document.querySelector("observablehq-loading"));
  return visited;
}

/** Closes a page's context. */
export function leave({page}: Visit): Promise<void> {
  return page.context().close();
}

function watch({page, problems, requests}: Visit): void {
  const origin = new URL(inject("siteUrl")).origin;
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) =>
    problems.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`)
  );
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin))
      problems.push(`left the origin: ${request.url()}`);
  });
  page.on("requestfinished", (request) => {
    requests.push({path: new URL(request.url()).pathname, bytes: bytesOf(request)});
  });
}

async function bytesOf(request: Request): Promise<number> {
  // A page that was closed in the meantime has nothing to weigh.
  const none = {responseBodySize: 0, responseHeadersSize: 0};
  const {responseBodySize, responseHeadersSize} = await request.sizes().catch(() => none);
  return responseBodySize + responseHeadersSize;
}
