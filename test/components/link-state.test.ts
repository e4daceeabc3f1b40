import fc from "fast-check";
import {expect, test} from "vitest";
import {wellFormed} from "../../lib/export/text/well-formed.js";
import {hashOf, QUERY_LIMIT, textIn} from "../../src/components/database/link-state.js";

test("textIn(hashOf(text)) is the text", () => {
  fc.assert(fc.property(fc.string({unit: "grapheme"}), (query) => textIn(hashOf(query))?.text === query));
});

test("textIn(hashOf(text)) is any text but for halves of a surrogate pair, which become �", () => {
  const text = fc.string({
    unit: fc.constantFrom("\0", "\r", "\n", "\u2028", "\uFFFE", "\uFEFF", "\uD800", "'", "*/", "😀")
  });
  fc.assert(fc.property(text, (query) => textIn(hashOf(query))?.text === wellFormed(query)));
});

test("a query of 1 MB is read, a longer one is refused before it is inflated", () => {
  expect(textIn(hashOf("x".repeat(QUERY_LIMIT)))?.text).toHaveLength(QUERY_LIMIT);
  expect(() => textIn(hashOf("x".repeat(QUERY_LIMIT + 1)))).toThrow(/^the query in this link is longer than 1 MB: /);
});

test("a truncated hash is damaged", () => {
  expect(() => textIn(hashOf("SELECT 1 AS a, 2 AS b, 3 AS c").slice(0, -8))).toThrow("damaged");
});

test("a hash has only characters that survive in a link", () => {
  expect(hashOf("SELECT 'ä?&='\n".repeat(20))).toMatch(/^#v1,[\w-]+$/);
});

test("a hash that holds no query gives none", () => {
  expect(["", "#questions", "#version"].map(textIn)).toEqual([undefined, undefined, undefined]);
});

test("a damaged hash is an error that shows it", () => {
  expect(() => textIn("#v1,%%%")).toThrow("the query in this link is damaged: %%%");
});

test("a hash of another version is an error that names it", () => {
  expect(() => textIn("#v9,abc")).toThrow("unknown version of link: v9");
});
