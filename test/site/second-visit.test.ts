import {createServer, request, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {newPage, useBrowser} from "./browser.js";
import {cell, state} from "./notebook-cells.js";

useBrowser();

/** The paths requested from the site, with the bytes sent. */
const sent: {path: string; bytes: number}[] = [];
let between: Server;

beforeAll(async () => {
  between = createServer(passOn);
  await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  between.close();
  between.closeAllConnections();
});

test("DuckDB's 8 MB are sent once: a second visit to the notebook transfers nothing of that size", async () => {
  const first = await visited();
  expect(first.some(({path, bytes}) => path.endsWith(".wasm") && bytes > 1e6)).toBe(true);
  const second = await visited();
  expect(second.filter(({path}) => path.endsWith(".wasm"))).toEqual([]);
  expect(second.reduce((sum, {bytes}) => sum + bytes, 0)).toBeLessThan(300_000);
});

/** Bytes sent for a visit to the notebook, until DuckDB has answered. */
async function visited(): Promise<typeof sent> {
  sent.length = 0;
  const page = await newPage();
  const {port} = between.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}${new URL("sql", inject("siteUrl")).pathname}`);
  await page.mouse.move(100, 100, {steps: 2});
  await state(page, "finding", "done");
  await cell(page, "offers").locator("tbody tr").first().waitFor();
  await page.close();
  return [...sent];
}

function passOn(asked: IncomingMessage, answer: ServerResponse): void {
  const {host: _, ...headers} = asked.headers;
  const url = new URL(asked.url!, inject("siteUrl"));
  const entry = {path: url.pathname, bytes: 0};
  sent.push(entry);
  request(url, {headers}, (response) => {
    answer.writeHead(response.statusCode!, response.headers);
    response.on("data", (part: Buffer) => (entry.bytes += part.length));
    response.pipe(answer);
  }).end();
}
