import {existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {drive} from "../../cli/sweep/driver.js";
import type {Engine} from "../../cli/sweep/engine.js";
import {Folder, sha256} from "../../cli/sweep/folder.js";
import {jobsOf} from "../../cli/sweep/jobs.js";
import {receiptFile, receipts, type Receipt} from "../../cli/sweep/receipt.js";

let home: string;
let folder: Folder;
const plan = {shards: 3, runs: 30, points: 3, spec: sha256("spec"), model: sha256("model")};
const part = "runs/part-000002.parquet";
const sound: Receipt = {
  index: 2,
  runs: 10,
  seconds: 1,
  files: [{path: part, rows: 1, bytes: 4, sha256: sha256("rows")}]
};

beforeEach(() => {
  home = mkdtempSync(`${tmpdir()}/token-factory-books-`);
  folder = new Folder(`${home}/sweep`);
  folder.write("_sweep/plan.json", JSON.stringify(plan));
  folder.write(part, "rows");
  mkdirSync(`${home}/victim`);
  writeFileSync(`${home}/victim/part-000002.parquet`, "rows");
});
afterEach(() => rmSync(home, {recursive: true}));

const engine: Engine = {
  name: "pretended",
  submit: (shards) => {
    for (const shard of shards)
      folder.write(receiptFile(shard), JSON.stringify({index: shard, runs: 10, seconds: 1, files: []}));
    return Promise.resolve([]);
  },
  alive: () => Promise.resolve({running: [], pending: []}),
  cancel: () => Promise.resolve()
};

/** Resumes the sweep; returns what it found damaged. */
async function resumed(): Promise<readonly string[]> {
  const report = (): void => undefined;
  return (await drive({folder, engine, retries: 1, report, signal: new AbortController().signal, interval: 1})).damaged;
}

describe("a receipt", () => {
  it("counts if it is valid", () => {
    folder.write(receiptFile(2), JSON.stringify(sound));
    expect([...receipts(folder).keys()]).toEqual([2]);
  });
  it.each<[unknown, string]>([
    [{index: 2}, "runs: expected a whole number between 0 and 9007199254740991, got nothing"],
    [[], "expected an object, got []"],
    [null, "expected an object, got null"],
    [{...sound, index: 1}, "index: expected a whole number between 2 and 2, got 1"],
    [{...sound, runs: 1.5}, "runs: expected a whole number"],
    [{...sound, seconds: "1"}, 'seconds: expected a number of seconds, got "1"'],
    [{...sound, files: {}}, "files: expected a list, got {}"],
    ...[
      "../victim",
      "../victim/part-000002.parquet",
      "runs/../../victim/part-000002.parquet",
      "/etc/passwd",
      "runs/part-000001.parquet",
      "_sweep/plan.json",
      "",
      "."
    ].map((path): [unknown, string] => [
      {...sound, files: [{...sound.files[0], path}]},
      `files[0].path: expected a part of shard 2, got ${JSON.stringify(path)}`
    ])
  ])("such as %j is damaged; its shard is computed again, and nothing else is touched", async (receipt, problem) => {
    folder.write(receiptFile(2), JSON.stringify(receipt));
    const {damaged, size} = receipts(folder);
    expect([size, [...damaged.values()]]).toEqual([0, [expect.stringContaining(`000002.json: damaged: ${problem}`)]]);
    expect(await resumed()).toEqual([expect.stringContaining("run the sweep with --resume")]);
    expect(existsSync(`${home}/victim/part-000002.parquet`)).toBe(true);
  });
  it("with any content throws nothing and removes nothing outside", () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        folder.write(receiptFile(2), text);
        await resumed();
        expect(existsSync(`${home}/victim/part-000002.parquet`)).toBe(true);
      }),
      {numRuns: 30}
    ));
  it.each([
    ["runs", "runs"],
    ["a part's folder", "runs/place=x"]
  ])("names nothing through a link: %s", async (_, link) => {
    rmSync(folder.at("runs"), {recursive: true});
    if (link !== "runs") mkdirSync(folder.at("runs"));
    symlinkSync(`${home}/victim`, folder.at(link));
    const files = [{path: `${link}/part-000002.parquet`, rows: 1, bytes: 4, sha256: sha256("other")}];
    folder.write(receiptFile(2), JSON.stringify({...sound, files}));
    await resumed();
    expect(existsSync(`${home}/victim/part-000002.parquet`)).toBe(true);
    expect(() => folder.write(`${link}/x`, "")).toThrow("leads out of the sweep's folder");
  });
});

describe("a plan", () => {
  it.each<[unknown, string]>([
    [{...plan, shards: "x"}, 'shards: expected a whole number between 1 and 1000000, got "x"'],
    [{...plan, shards: 1e9}, "shards: expected a whole number between 1 and 1000000, got 1000000000"],
    [{...plan, runs: 0}, "runs: expected a whole number"],
    [{...plan, spec: "../x"}, 'spec: expected a hash, got "../x"'],
    ["", 'expected an object, got ""']
  ])("such as %j is damaged", (damaged, problem) => {
    folder.write("_sweep/plan.json", JSON.stringify(damaged));
    expect(() => folder.plan).toThrow(`plan.json: damaged: ${problem}`);
    expect(() => folder.plan).toThrow("run the sweep with --resume");
  });
  it("that was truncated is damaged", () => {
    folder.write("_sweep/plan.json", '{"shards": 3,');
    expect(() => folder.plan).toThrow('damaged: expected JSON, got {"shards": 3,');
  });
});

describe("the list of jobs", () => {
  const job = {engine: "pretended", id: "12+0", shards: [0], attempt: 1};
  it.each<[unknown, string]>([
    ["garbage", "expected a list"],
    [[{...job, id: "--all"}], '[0].id: expected the id of a job, got "--all"'],
    [[{...job, id: "../../x"}], "[0].id: expected the id of a job"],
    [[{...job, shards: [-1]}], "[0].shards[0]: expected a whole number"],
    [[null], "[0]: expected an object, got null"]
  ])("such as %j is damaged", (jobs, problem) => {
    folder.write("_sweep/jobs.json", JSON.stringify(jobs));
    expect(() => jobsOf(folder, engine)).toThrow(`jobs.json: damaged: ${problem}`);
  });
});

it("a missing specification is named", () =>
  expect(() => folder.spec).toThrow(/sweep.yaml: file not found: run the sweep with --resume/));
