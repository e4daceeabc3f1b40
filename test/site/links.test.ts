import {afterAll, beforeAll, expect, test} from "vitest";
import {dist} from "../../scripts/paths.js";
import {plainHost} from "./plain-host.js";

let host: Awaited<ReturnType<typeof plainHost>>;
beforeAll(async () => {
  host = await plainHost(dist, "/some/repo/");
});
afterAll(() => host.close());

test("every address in the pages exists on a host that adds no extension", async () => {
  const {broken, seen} = await crawl(host.url);
  expect(broken).toEqual([]);
  const ways = ["sheet.html", "tables/economy.html", "data/economy.parquet"].map((path) => seen.has(host.url + path));
  expect(ways).toEqual([true, true, true]);
});

test("a link without its extension is reported as broken", async () => {
  expect((await crawl(`${host.url}404`)).broken).toEqual([`404 of ${host.url}404, on the way in`]);
});

/** Follows all links within a site; returns broken ones with the page that contains each. */
async function crawl(start: string): Promise<{broken: string[]; seen: ReadonlyMap<string, string>}> {
  const seen = new Map([[start, "the way in"]]);
  const broken: string[] = [];
  for (const [address, from] of seen) {
    const response = await fetch(address);
    if (!response.ok) broken.push(`${response.status} of ${address}, on ${from}`);
    const text = response.headers.get("content-type") === "text/html" ? await response.text() : "";
    for (const link of linksIn(text, address))
      if (link.startsWith(host.url) && !seen.has(link)) seen.set(link, address);
  }
  return {broken, seen};
}

function linksIn(html: string, page: string): string[] {
  return Array.from(html.matchAll(/\s(?:href|src)="([^"#]+)/g), ([, link = ""]) => {
    const {origin, pathname} = new URL(link.replaceAll("&amp;", "&"), page);
    return origin + pathname;
  });
}
