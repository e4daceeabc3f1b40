import {beforeEach, describe, expect, it, vi} from "vitest";
import {serveCommand, type ServeFlags} from "../../cli/serve.js";
import {InputError} from "../../lib/sheet/index.js";

const usual: ServeFlags = {
  ...{gpus: "8", weights: "fp8", stack: "tuned", input: "4,000", cached: "50%", output: "500"},
  ...{ttft: "2000", tpot: "50", basis: "rent", busy: "100%"}
};
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  vi.spyOn(console, "log").mockImplementation((text: string) => void printed.push(text));
});

const serve = (changes: Partial<ServeFlags> = {}): string => {
  serveCommand("llama-3-3-70b", {...usual, ...changes});
  return printed.join("\n");
};

interface Served {
  offers: {accelerator: string; cost: number; hour: number}[];
  sellers: {seller: string; price: number}[];
}

describe("serve", () => {
  it("lists accelerators, cheapest first, with their bottlenecks, and sellers below the lowest cost", () => {
    const {offers, sellers} = JSON.parse(serve({json: true, busy: "10%"})) as Served;
    const costs = offers.map(({cost}) => cost);
    expect(costs.length).toBeGreaterThan(3);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    const below = sellers.filter(({price}) => price < costs[0]!).length;
    expect(below).toBeGreaterThan(0);
    printed = [];
    expect(serve({busy: "10%"})).toContain(`${below} of ${sellers.length} sellers charge less`);
    expect(printed[0]).toMatch(/bandwidth +(memory|time per token), \d+ % used; batch \d+ on \d GPUs/);
  });
  it("states the defaults that it applied", () => expect(serve()).toContain("bytes of a KV value 1"));
  it("applies a price to all accelerators named", () => {
    const {offers} = JSON.parse(serve({json: true, gpu: ["b200", "mi355x"], price: "2"})) as Served;
    expect(offers.map(({accelerator, hour}) => [accelerator, hour]).sort()).toEqual([
      ["b200", 2],
      ["mi355x", 2]
    ]);
  });
  it.each<[Partial<ServeFlags>, string]>([
    [{busy: "0"}, "--busy: expected a number from 0.01 to 1, got “0”"],
    [{cached: "half"}, "--cached: expected a number from 0 to 1, got “half”"],
    [{gpus: "7.83"}, "--gpus: expected a whole number from 1 to 72, got “7.83”"],
    [{basis: "tco"}, '--basis: unknown basis "tco"'],
    [{gpu: ["b2000"], price: "2"}, '--gpu: unknown accelerator "b2000"'],
    [{weights: "fp3"}, '--weights: "fp3" is not understood\n  formats: BF16'],
    [{kv: "fp9"}, '--kv: "fp9" is not understood\n  formats: BF16']
  ])("refuses %j, without a stack", (changes, words) => {
    expect(() => serve(changes)).toThrow(words);
    expect(() => serve(changes)).toThrow(InputError);
  });
});
