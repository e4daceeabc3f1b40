import {mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {expect, it} from "vitest";
import {sameTimes} from "../../scripts/same-times.js";

it("files that pages attach have the same date, whenever they were made", () => {
  const folder = mkdtempSync(`${tmpdir()}/times-`);
  mkdirSync(`${folder}/a`);
  const files = [`${folder}/x.parquet`, `${folder}/a/y.wasm`];
  const dates = (): number[] => files.map((file) => statSync(file).mtimeMs);
  for (const file of files) writeFileSync(file, "");
  utimesSync(files[0]!, 1, 1);
  sameTimes([folder, `${folder}/none`]);
  const first = dates();
  utimesSync(files[1]!, 2, 2);
  sameTimes([folder]);
  expect(dates()).toEqual(first);
  expect(new Set(first).size).toBe(1);
  // A preview reruns a loader that is newer than its output.
  expect(first[0]).toBeGreaterThan(Date.now());
  rmSync(folder, {recursive: true});
});
