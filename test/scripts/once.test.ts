import {existsSync, mkdtempSync, utimesSync, mkdirSync} from "node:fs";
import {tmpdir} from "node:os";
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
  it("does the work once for many who ask at the same time", async () => {
    await Promise.all(Array.from({length: 8}, () => once(lock, () => done, work)));
    expect(times).toBe(1);
  });
  it("does nothing where it is done", async () => {
    await once(lock, () => true, work);
    expect(times).toBe(0);
  });
  it("gives the lock back when the work fails", async () => {
    await expect(
      once(
        lock,
        () => done,
        () => Promise.reject(new Error("broken"))
      )
    ).rejects.toThrow("broken");
    expect(existsSync(lock)).toBe(false);
  });
  it("takes over from one who died", async () => {
    mkdirSync(lock);
    utimesSync(lock, new Date(0), new Date(0));
    await once(lock, () => done, work);
    expect(times).toBe(1);
  });
});
