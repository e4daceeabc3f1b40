import MiniSearch from "minisearch";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {afterAll, expect, it} from "vitest";
import {withDrawn} from "../../scripts/search-index.js";
import {searched} from "../../scripts/search.js";

const folder = mkdtempSync(`${tmpdir()}/token-factory-search-`);
afterAll(() => rmSync(folder, {recursive: true}));

async function found(data: string): Promise<object[]> {
  const all: object[] = [];
  for await (const one of searched(data)) all.push(one);
  return all;
}

it("the search finds no tables if none exist", async () => expect(await found(folder)).toEqual([]));

it("the search finds tables by their columns' descriptions, and models by name, key and developer", async () => {
  const columns = [{name: "unit_price", description: "Price paid"}];
  const language_model = {
    keys: ["a b"],
    columns: {name: {values: ["Model AB"]}, developer: {values: ["A lab"]}}
  };
  writeFileSync(`${folder}/catalog.json`, JSON.stringify([{name: "price_book", description: "Prices.", columns}]));
  writeFileSync(`${folder}/published_model.json`, JSON.stringify({inputs: {chain: {language_model}}}));
  expect(await found(folder)).toEqual([
    {
      path: "/tables/price_book",
      title: "Table price_book",
      text: "Prices. unit price Price paid",
      keywords: "price_book price book"
    },
    {
      path: "/inference.html?model=a%20b&from=search.html",
      title: "Model AB: cost of serving it",
      text: "A lab",
      keywords: "a b"
    }
  ]);
});

it("a page is found by its cells' output, not by its file's text or the names in its charts", async () => {
  const index = new MiniSearch<{id: string; title: string; text: string; keywords: string}>({
    fields: ["title", "text", "keywords"],
    storeFields: ["title"]
  });
  index.addAll([
    {id: "/market.html", title: "Token market", text: "cell spread of prices", keywords: ""},
    {id: "/tables/peer.html", title: "Table peer", text: "spread of peers", keywords: "peer"}
  ]);
  const text = JSON.stringify({
    options: {fields: ["title", "text", "keywords"], storeFields: ["title"]},
    ...index.toJSON()
  });
  const html = "<header>Elsewhere</header><main><h2>Prices diverge &amp; fall</h2><svg><text>Atlas</text></svg></main>";
  const made = await withDrawn(text, [
    {id: "/market.html", html},
    {id: "/unlisted.html", html}
  ]);
  const {options} = JSON.parse(made) as {options: {fields: string[]; storeFields: string[]}};
  const found = MiniSearch.loadJSON<{id: string}>(made, options);
  const ids = (words: string): unknown[] => found.search(words).map(({id}) => id as unknown);
  expect(["diverge", "market", "atlas", "cell", "elsewhere", "peers"].map(ids)).toEqual([
    ["/market.html"],
    ["/market.html"],
    ...[[], [], []],
    ["/tables/peer.html"]
  ]);
});
