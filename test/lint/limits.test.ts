import {readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {limits, limitText} from "../../lib/sheet/limits.js";
import {QUERY_LIMIT} from "../../src/components/database/link-state.js";

it("the page of limits states each with its current number", () => {
  const text = readFileSync("docs/limits.md", "utf8");
  const numbers = [...text.matchAll(/\| ([\d,]+)(?: bytes)? \|/g)].map(([, number]) => number);
  const wanted = (Object.keys(limits) as (keyof typeof limits)[]).map(limitText);
  expect(numbers).toEqual(expect.arrayContaining([...wanted, QUERY_LIMIT.toLocaleString("en")]));
});
