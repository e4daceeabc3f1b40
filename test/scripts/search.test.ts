import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {afterAll, expect, it} from "vitest";
import {searched} from "../../scripts/search.js";

const folder = mkdtempSync(`${tmpdir()}/token-factory-search-`);
afterAll(() => rmSync(folder, {recursive: true}));

async function found(data: string): Promise<object[]> {
  const all: object[] = [];
  for await (const one of searched(data)) all.push(one);
  return all;
}

it("the search finds nothing more where no tables were made", async () => expect(await found(folder)).toEqual([]));

it("the search finds tables by what their columns say, and models by name, key and developer", async () => {
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
