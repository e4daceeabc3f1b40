import fc from "fast-check";
import {expect, test} from "vitest";
import {hashOf, queryOf} from "../../src/components/database/link-state.js";

test("queryOf(hashOf(query)) is the query", () => {
  fc.assert(fc.property(fc.string({unit: "grapheme"}), (query) => queryOf(hashOf(query)) === query));
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
