import {existsSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {expect, test} from "vitest";
import setup from "./temporary.js";

test("a run has a temporary directory of its own, which goes with what is left in it", () => {
  const outer = tmpdir();
  expect(basename(outer)).toMatch(/^token-factory-tests-/);
  const end = setup();
  const inner = tmpdir();
  expect(dirname(inner)).toBe(outer);
  writeFileSync(join(inner, "left"), "");
  end();
  expect(existsSync(inner)).toBe(false);
  expect(tmpdir()).toBe(outer);
});
