import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {schedule, type Count, type Step} from "../../scripts/schedule.js";

let printed: string[] = [];

beforeEach(() => {
  printed = [];
  const print = (text: string): void => void printed.push(text.replace(/\s+[\d.]+ s/, "").replace(/\s+/g, " "));
  vi.spyOn(console, "log").mockImplementation(print);
  vi.spyOn(console, "error").mockImplementation(print);
});
afterEach(() => void vi.restoreAllMocks());

/** A step that notes when it starts and ends. */
function noted(name: string, events: string[], rest: Partial<Step> = {}): Step {
  const run = async (): Promise<Count> => {
    events.push(`${name} starts`);
    await new Promise(setImmediate);
    events.push(`${name} ends`);
    return {passed: 1, failed: 0};
  };
  return {name, run, ...rest};
}

describe("schedule", () => {
  it("runs as many steps at once as there are slots, in order", async () => {
    const events: string[] = [];
    await schedule(
      ["a", "b", "c"].map((name) => noted(name, events)),
      2
    );
    expect(events.slice(0, 2)).toEqual(["a starts", "b starts"]);
    expect(events.indexOf("c starts")).toBeGreaterThan(events.indexOf("a ends"));
  });
  it("starts a step only after those that it waits for, and runs others meanwhile", async () => {
    const events: string[] = [];
    const steps = [noted("a", events), noted("b", events, {needs: ["a"]}), noted("c", events)];
    await schedule(steps, 2);
    expect(events.slice(0, 2)).toEqual(["a starts", "c starts"]);
    expect(events.indexOf("b starts")).toBeGreaterThan(events.indexOf("a ends"));
  });
  it("adds up passes and failures; a step that throws is a failure, and the others still run", async () => {
    const events: string[] = [];
    const broken: Step = {name: "broken", run: () => Promise.reject(new Error("a rule is broken"))};
    const tests: Step = {name: "tests", run: () => Promise.resolve({passed: 3, failed: 2, output: "two tests"})};
    expect(await schedule([broken, tests, noted("a", events, {after: ["broken"]})], 1)).toEqual({passed: 4, failed: 3});
    expect(printed).toEqual([
      "broken 1 failed",
      "a rule is broken",
      "tests 3 passed, 2 failed",
      "two tests",
      "a 1 passed"
    ]);
  });
  it("does not run a step that needs a failed one, and says so", async () => {
    const run = vi.fn(() => Promise.resolve());
    const broken: Step = {name: "build", run: () => Promise.reject(new Error("no page"))};
    expect(await schedule([broken, {name: "site tests", needs: ["build"], run}], 2)).toEqual({passed: 0, failed: 2});
    expect(run).not.toHaveBeenCalled();
    expect(printed.at(-1)).toBe("not run: build failed");
  });
});
