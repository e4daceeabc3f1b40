import fc from "fast-check";
import {expect, test} from "vitest";
import {wellFormed} from "../../lib/export/text/well-formed.js";
import {hashOf, QUERY_LIMIT, queryOf} from "../../src/components/database/link-state.js";

test("queryOf(hashOf(query)) is the query", () => {
  fc.assert(fc.property(fc.string({unit: "grapheme"}), (query) => queryOf(hashOf(query)) === query));
});

test("queryOf(hashOf(query)) is any text but for halves of a surrogate pair, which become �", () => {
  const text = fc.string({
    unit: fc.constantFrom("\0", "\r", "\n", "\u2028", "\uFFFE", "\uFEFF", "\uD800", "'", "*/", "😀")
  });
  fc.assert(fc.property(text, (query) => queryOf(hashOf(query)) === wellFormed(query)));
});

test("a query of 1 MB is read, a longer one is refused before it is inflated", () => {
  expect(queryOf(hashOf("x".repeat(QUERY_LIMIT)))).toHaveLength(QUERY_LIMIT);
  expect(() => queryOf(hashOf("x".repeat(QUERY_LIMIT + 1)))).toThrow(/^the query in this link is longer than 1 MB: /);
});

test("a hash that ends early is damaged", () => {
  expect(() => queryOf(hashOf("SELECT 1 AS a, 2 AS b, 3 AS c").slice(0, -8))).toThrow("damaged");
});

test("a hash has only characters that survive in a link", () => {
  expect(hashOf("SELECT 'ä?&='\n".repeat(20))).toMatch(/^#v1,[\w-]+$/);
});

test("a hash that holds no query gives none", () => {
  expect(["", "#questions", "#version"].map(queryOf)).toEqual([undefined, undefined, undefined]);
});

test("a damaged hash is an error that shows it", () => {
  expect(() => queryOf("#v1,%%%")).toThrow("the query in this link is damaged: %%%");
});

test("a hash of another version is an error that names it", () => {
  expect(() => queryOf("#v9,abc")).toThrow("unknown version of link: v9");
});
