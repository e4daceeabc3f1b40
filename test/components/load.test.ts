import {expect, it, vi} from "vitest";
import {LoadError, sentence, workerError} from "../../src/components/load/load-error.js";
import {onceEach} from "../../src/components/load/once.js";

it("work is done once for each key, and again where it failed", async () => {
  const work = vi.fn((key: string) => (key === "bad" ? Promise.reject(new Error("cut off")) : Promise.resolve(key)));
  const each = onceEach(work);
  expect(await Promise.all([each("a"), each("a"), each("b")])).toEqual(["a", "a", "b"]);
  expect(work).toHaveBeenCalledTimes(2);
  await expect(each("bad")).rejects.toThrow("cut off");
  await expect(each("bad")).rejects.toThrow("cut off");
  expect(work).toHaveBeenCalledTimes(4);
});

it("failed loads are reported in one sentence, each thing and each reason once", () => {
  const tables = ["a", "b", "c", "d", "e", "a"].map((name) => new LoadError(`the table ${name}`, "no answer"));
  expect(sentence(tables)).toBe(
    "Could not load the table a, the table b, the table c, 2 more: no answer. Check the connection, then try again."
  );
});

it("a worker's error without a message is a loading error", () => {
  expect(workerError("the worker", {})).toBeInstanceOf(LoadError);
  expect(workerError("the worker", {message: "x is not defined"}).message).toBe("the worker stopped: x is not defined");
});
