import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {drive, type Driven} from "../../cli/sweep/driver.js";
import {ranges, type Engine, type Job} from "../../cli/sweep/engine.js";
import {readQueue} from "../../cli/sweep/engine-slurm.js";
import {endedShards} from "../../cli/sweep/engine-ssh.js";
import {Folder, sha256} from "../../cli/sweep/folder.js";
import {duration, progressLine} from "../../cli/sweep/progress.js";
import {receiptFile, shardName} from "../../cli/sweep/receipt.js";
import {taskOf} from "../../cli/sweep/worker.js";

let folder: Folder;
const plan = {shards: 3, runs: 30, points: 3, spec: sha256("s"), model: sha256("m")};

beforeEach(() => {
  folder = new Folder(mkdtempSync(`${tmpdir()}/token-factory-drive-`));
  folder.write("_sweep/plan.json", JSON.stringify(plan));
});
afterEach(() => rmSync(folder.path, {recursive: true}));

/** An engine whose workers write at once, or fail as often as specified for their shard. */
function pretended(fails: Record<number, number> = {}, attempts: number[][] = []): Engine {
  return {
    name: "pretended",
    submit: (shards, attempt) => {
      attempts.push([...shards]);
      for (const shard of shards) if (attempt > (fails[shard] ?? 0)) finish(shard);
      return Promise.resolve([{engine: "pretended", id: String(attempt), shards: [...shards], attempt}]);
    },
    alive: () => Promise.resolve({running: [], pending: []}),
    cancel: () => Promise.resolve()
  };
}

function finish(shard: number): void {
  const [path, text] = [`runs/part-${shardName(shard)}.parquet`, `rows of ${shard}`];
  folder.write(path, text);
  const files = [{path, rows: 1, bytes: text.length, sha256: sha256(text)}];
  folder.write(receiptFile(shard), JSON.stringify({index: shard, runs: 10, seconds: 1, files}));
}

function driven(engine: Engine, retries = 2): Promise<Driven> {
  const report = (): void => undefined;
  return drive({folder, engine, retries, report, signal: new AbortController().signal, interval: 1});
}

describe("the driver", () => {
  it("submits every shard once", async () => {
    const attempts: number[][] = [];
    const {progress, retried} = await driven(pretended({}, attempts));
    expect([progress.done, progress.runsDone, retried, attempts]).toEqual([3, 30, 0, [[0, 1, 2]]]);
  });
  it("retries failed shards only", async () => {
    const attempts: number[][] = [];
    const {progress, retried} = await driven(pretended({1: 2}, attempts));
    expect([progress.done, retried, attempts]).toEqual([3, 2, [[0, 1, 2], [1], [1]]]);
  });
  it("gives up at the limit and shows the log", async () => {
    folder.write("_sweep/logs/000002.log", "first\nno memory\n");
    const {progress, failed} = await driven(pretended({2: 99}));
    expect([progress.done, progress.failed, failed]).toEqual([2, 1, [{shard: 2, log: "first\nno memory"}]]);
  });
  it("does nothing if all is done", async () => {
    [0, 1, 2].forEach(finish);
    const attempts: number[][] = [];
    await driven(pretended({}, attempts));
    expect(attempts).toEqual([]);
  });
  it.each([
    ["another content", (path: string) => writeFileSync(path, "ROWS of 1"), 1],
    ["another size", (path: string) => writeFileSync(path, "rows"), 0],
    ["no file", (path: string) => rmSync(path), 0]
  ])("computes a part with %s again", async (_, harm, unsound) => {
    [0, 1, 2].forEach(finish);
    harm(folder.at("runs/part-000001.parquet"));
    const attempts: number[][] = [];
    expect((await driven(pretended({}, attempts))).unsound).toBe(unsound);
    expect(attempts).toEqual([[1]]);
    expect(readFileSync(folder.at("runs/part-000001.parquet"), "utf8")).toBe("rows of 1");
  });
  it("waits for the jobs of an earlier driver", async () => {
    const job: Job = {engine: "pretended", id: "before", shards: [0, 1, 2], attempt: 1};
    folder.write("_sweep/jobs.json", JSON.stringify([job]));
    const attempts: number[][] = [];
    let looks = 0;
    const engine: Engine = {
      ...pretended({}, attempts),
      alive: () => {
        if (++looks === 3) [0, 1, 2].forEach(finish);
        return Promise.resolve(looks < 3 ? {running: [0, 1, 2], pending: []} : {running: [], pending: []});
      }
    };
    expect((await driven(engine)).progress.done).toBe(3);
    expect(attempts).toEqual([]);
  });
  it("draws no conclusion while the scheduler does not answer", async () => {
    let looks = 0;
    const attempts: number[][] = [];
    const engine: Engine = {
      ...pretended({}, attempts),
      alive: () => Promise.resolve(++looks < 4 ? undefined : {running: [], pending: []})
    };
    await driven({...engine, alive: engine.alive});
    expect(attempts).toEqual([[0, 1, 2]]);
  });
  it("cancels its jobs and says so", async () => {
    const stop = new AbortController();
    const cancelled: string[] = [];
    const engine: Engine = {
      ...pretended({0: 9, 1: 9, 2: 9}),
      alive: () => {
        stop.abort();
        return Promise.resolve({running: [0, 1, 2], pending: []});
      },
      cancel: ({id}) => Promise.resolve(void cancelled.push(id))
    };
    folder.write("_sweep/jobs.json", JSON.stringify([{engine: "pretended", id: "a", shards: [0, 1, 2], attempt: 1}]));
    const report = (): void => undefined;
    const result = await drive({folder, engine, retries: 1, report, signal: stop.signal, interval: 1});
    expect([result.cancelled, cancelled, folder.has("_sweep/cancel")]).toEqual([true, ["a"], true]);
  });
});

describe("a folder", () => {
  it("holds one sweep", () => {
    expect(() => folder.open("text", plan, false)).toThrow("folder already contains a sweep: add --resume");
    expect(() => folder.open("text", {...plan, spec: sha256("other")}, true)).toThrow("has another specification");
    expect(() => folder.open("text", {...plan, model: sha256("other")}, true)).toThrow(
      "another model or other assumptions"
    );
    expect(folder.open("text", {...plan, shards: 9}, true).shards).toBe(3);
  });
});

describe("a worker's task", () => {
  const env = {};
  it.each([
    [["--index", "2"], env, 2, 1],
    [["--attempt", "4"], {SLURM_ARRAY_TASK_ID: "1", SLURM_RESTART_COUNT: "2"}, 1, 6],
    [["--offset", "1"], {SLURM_ARRAY_TASK_ID: "1"}, 2, 1],
    [[], {JOB_COMPLETION_INDEX: "0"}, 0, 1]
  ])("%j with %j is shard %i, attempt %i", (args, environment, index, attempt) =>
    expect(taskOf(["--dir", folder.path, ...args], environment)).toMatchObject({index, attempt, count: 3})
  );
  it.each([[["--index", "3"]], [["--index", "x"]], [[]]])("%j says which shards there are", (args) =>
    expect(() => taskOf(["--dir", folder.path, ...args], env)).toThrow("use --index from 0 to 2")
  );
});

describe("what engines print", () => {
  it("an array's indices are ranges", () => expect(ranges([7, 0, 1, 2, 5])).toBe("0-2,5,7"));
  it("squeue lists states by index", () =>
    expect(readQueue("0|RUNNING\n1|PENDING\n2|COMPLETED\n3|NODE_FAIL\n4|COMPLETING\n", 10)).toEqual({
      running: [10, 14],
      pending: [11]
    }));
  it("a job log lists what has ended", () =>
    expect(endedShards("Seq\tHost\n1\tw1\t0\t1\t0\t0\t0\t0\t'node' 'w' --index 4\n")).toEqual([4]));
});

describe("progress", () => {
  it("has this driver's rate and the time left", () =>
    expect(
      progressLine({
        shards: 4,
        done: 2,
        running: 1,
        pending: 1,
        failed: 0,
        runs: 100,
        runsDone: 50,
        seconds: 10,
        runsBefore: 30
      })
    ).toBe("50 %: 2 of 4 shards done, 1 running, 1 waiting, 0 failed; 2 runs/s, 25 s left"));
  it.each([
    [42, "42 s"],
    [185, "3 min 5 s"],
    [7800, "2 h 10 min"]
  ])("%i s is %s", (seconds, text) => expect(duration(seconds)).toBe(text));
});
