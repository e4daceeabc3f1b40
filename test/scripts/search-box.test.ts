// @vitest-environment jsdom
import MiniSearch from "minisearch";
import {expect, it} from "vitest";
import {foundIn, type Document} from "../../scripts/search-box/found.js";
import {passageIn} from "../../scripts/search-box/passage.js";

function page(html: string): HTMLElement {
  const main = document.createElement("main");
  main.innerHTML = html;
  return main;
}

it("pages come before tables, and matches of all words before a single word in a title", () => {
  const index = new MiniSearch<Document>({fields: ["title", "text"], storeFields: ["title"]});
  const documents = [
    {id: "/tables/price", title: "Price of electricity", text: "price"},
    {id: "/prices", title: "Price of tokens", text: "prices and prices"},
    {id: "/materials", title: "Materials", text: "the price of electricity"}
  ];
  index.addAll(documents);
  expect(foundIn(index, "electricity price").map(({id}) => id)).toEqual(["/materials", "/tables/price", "/prices"]);
  expect(foundIn(index, "steel")).toEqual([]);
});

it("a passage is the block with most of the words, with its section and the words apart", () => {
  const found = passageIn(
    page(
      '<h1>Investing</h1><p>A price of prices.</p><h2 id="power">Power</h2>' +
        "<ul><li><p>The Electricity price is low.</p></li></ul>"
    ),
    {asked: ["electricity", "price"], terms: ["electricity", "price", "prices"]}
  );
  expect(found).toEqual({parts: ["The ", "Electricity", " ", "price", " is low."], section: "power"});
});

it("words within others do not match, and a page without matches has no passage", () => {
  expect(
    passageIn(page("<p>The firrst.</p><td>A pricey</td>"), {asked: ["irr", "price"], terms: ["irr", "price"]})
  ).toBeUndefined();
});

it("a long passage is cut between words, around the first match", () => {
  const long = Array.from({length: 100}, (_, i) => `word${i}`).join(" ");
  const text = passageIn(page(`<p>${long}</p>`), {asked: ["word50"], terms: ["word50"]})!.parts.join("");
  expect(text).toMatch(/^… word\d+ .*\bword50\b.* word\d+ …$/);
  expect(text.length).toBeLessThan(170);
});
