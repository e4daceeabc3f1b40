import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync} from "node:fs";
import {hostname, tmpdir} from "node:os";
import {dirname} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {once} from "../../scripts/once.js";

let lock: string;
let done: boolean;
let times: number;

beforeEach(() => {
  lock = `${mkdtempSync(`${tmpdir()}/token-factory-`)}/lock`;
  [done, times] = [false, 0];
});

const work = async (): Promise<void> => {
  times++;
  await new Promise((resolve) => setTimeout(resolve, 50));
  done = true;
};

describe("once", () => {
  it("does the work once for many simultaneous requests", async () => {
    await Promise.all(Array.from({length: 8}, () => once(lock, () => done, work)));
    expect(times).toBe(1);
  });
  it("does nothing if it is done", async () => {
    await once(lock, () => true, work);
    expect(times).toBe(0);
  });
  it("releases the lock when the work fails", async () => {
    await expect(
      once(
        lock,
        () => done,
        () => Promise.reject(new Error("broken"))
      )
    ).rejects.toThrow("broken");
    expect(existsSync(lock)).toBe(false);
  });
  it.each<[string, () => void]>([
    ["of a process that has ended", () => writeFileSync(lock, owner({pid: 2 ** 22 + 1}))],
    ["of a process whose number another has now", () => writeFileSync(lock, owner({start: "1"}))],
    ["of another machine, long ago", () => dated(owner({host: "elsewhere"}), new Date(0))],
    ["of another machine, dated in the future", () => dated(owner({host: "elsewhere"}), new Date(2 ** 42))],
    ["that names nobody, long ago", () => dated("", new Date(0))],
    ["that is a folder, dated in the future", () => (mkdirSync(lock), utimesSync(lock, future, future))]
  ])("takes a lock over at once: %s", async (_, leave) => {
    leave();
    const start = performance.now();
    await once(lock, () => done, work);
    expect(times).toBe(1);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(readdirSync(dirname(lock))).toEqual([]);
  });
  it("waits for a live process", async () => {
    writeFileSync(lock, owner({}));
    setTimeout(() => (done = true), 300);
    await once(lock, () => done, work);
    expect(times).toBe(0);
  });
});

const future = new Date(2 ** 42);

/** A lock's text: this process, with the given changes. */
function owner(changed: {host?: string; pid?: number; start?: string}): string {
  const stat = readFileSync("/proc/self/stat", "utf8");
  const start = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return JSON.stringify({host: hostname(), pid: process.pid, start, ...changed});
}

function dated(text: string, date: Date): void {
  writeFileSync(lock, text);
  utimesSync(lock, date, date);
}
