import {describe, expect, it} from "vitest";
import {keysOf, type Run} from "../../lib/sheet/index.js";
import {at, project, reference, runWith} from "./project.js";

const {run} = reference;
const base = runWith({}, 13);
const inputs = project.models.get("chain")!.inputs;

/** How many times a figure is what it is in the reference, with cells replaced. */
function times(id: string, key: string | undefined, cells: Record<string, string | number>, month = 0): number {
  return at(runWith(cells, month + 1), id, key, month) / at(base, id, key, month);
}

describe("what a specialist knows of costs", () => {
  it("a higher PUE raises electricity, cost of ownership and cost of new capacity", () => {
    const cells = {"facility[council-bluffs].pue": 1.4};
    expect(times("cluster.electricity_cost", "atlas-b200", cells)).toBeCloseTo(1.4 / 1.1, 9);
    expect(times("cluster.owner_cost", "atlas-b200", cells)).toBeGreaterThan(1);
    expect(times("fleet.new_cost", "atlas-b200-start", cells)).toBeGreaterThan(1);
  });
  it("a kind that comes as a rack states what its share of the rack costs: an eight-GPU server is no rack", () => {
    const {keys, columns} = inputs.accelerator!;
    const isRack = (row: number): boolean => Number(columns.scaleup_domain!.values[row]) > 8;
    const ordered = inputs.generation!.columns.accelerator!.values.map((kind) => keys.indexOf(String(kind)));
    expect(ordered.length).toBeGreaterThan(2);
    for (const row of ordered.filter(isRack)) expect(columns.server_price!.values[row]).toBeGreaterThan(20_000);
  });
  it("more maintenance lowers EBITDA and raises the cost of ownership by what it costs", () => {
    const dear = runWith({"parameter.hardware_maintenance": 0.04});
    expect(at(dear, "comparison.ebitda")).toBeLessThan(at(base, "comparison.ebitda"));
    const more = at(dear, "cluster.owner_cost", "atlas-b200") - at(base, "cluster.owner_cost", "atlas-b200");
    const price = at(base, "cluster.hardware", "atlas-b200") / at(base, "cluster.gpus", "atlas-b200");
    expect(more / ((0.02 * price) / 8766)).toBeCloseTo(1, 9);
  });
  it("dearer power lowers neoclouds' profit", () =>
    expect(times("comparison.ebitda", undefined, {"region[iowa].power_price": 0.12})).toBeLessThan(1));
  it("dearer HBM3E raises the cost to make of a B200 by its memory, and of an H100 not at all", () => {
    const cells = {"memory[hbm3e].price": 20};
    const more = at(runWith(cells), "accelerator.cost_to_make", "b200") - at(base, "accelerator.cost_to_make", "b200");
    expect(more).toBeCloseTo((192 * (20 - 14.8)) / 0.9, 6);
    expect(times("accelerator.cost_to_make", "h100", cells)).toBe(1);
  });
  it("dearer memory in 2027 raises an accelerator's cost to make and price, and lowers the vendor's margin", () => {
    const dear = runWith({"parameter.memory_rise": 2.5}, 13);
    const more = (id: string) => at(dear, id, "atlas-b200-rubin", 12) - at(base, id, "atlas-b200-rubin", 12);
    // Fewer are wanted at the higher price, so that memory is a little less scarce.
    expect(more("fleet.memory_surcharge") / ((288 * 15.6 * 0.25) / 0.9)).toBeGreaterThan(0.8);
    expect(more("fleet.hardware_price")).toBeGreaterThan(0.8 * more("fleet.memory_surcharge"));
    expect(more("fleet.new_cost")).toBeGreaterThan(0);
    expect(at(dear, "comparison.vendor_margin", undefined, 12)).toBeLessThan(
      at(base, "comparison.vendor_margin", undefined, 12)
    );
  });
  it("memory costs what it costs at the start, rises to the contracts for 2027 and falls from 2029 on", () => {
    const index = (month: number) => at(run, "parameter.memory_price_index", undefined, month);
    expect([0, 1, 4, 7, 24].map(index)).toEqual([1, 1, 1.625, 2.25, 2.25]);
    expect(index(37) / index(25)).toBeCloseTo(0.9, 3);
    expect(at(run, "memory.contract_price", "hbm4", 7)).toBeCloseTo(2.25 * 15.6, 12);
  });
  it("dearer memory and flash raise the price of a server, not of a rack, nor what older ones were bought for", () => {
    const start = keysOf(run, "fleet").filter((key) => at(run, "fleet.present", key) === 1);
    for (const key of start) {
      const surcharge = 256 * (14 - 4) + 9 * (365 - 102);
      expect(at(run, "fleet.server_surcharge", key)).toBeCloseTo(surcharge, 9);
      expect(at(run, "fleet.hardware", key)).toBeCloseTo(
        at(run, "fleet.gpus", key) * (at(run, "fleet.hardware_price", key) - surcharge),
        0
      );
    }
    expect(at(run, "fleet.server_surcharge", "atlas-b200-rubin")).toBe(0);
    expect(times("fleet.new_cost", "atlas-b200-start", {"parameter.server_memory_price": 18})).toBeGreaterThan(1);
    expect(times("fleet.new_cost", "atlas-b200-rubin", {"parameter.server_memory_price": 18})).toBeCloseTo(1, 9);
  });
  it("a server's memory and flash become cheaper again with accelerators' memory, from 2029 on", () => {
    const surcharge = (month: number) => at(run, "fleet.server_surcharge", "atlas-b200-start", month);
    expect([12, 24].map((month) => surcharge(month) / surcharge(0))).toEqual([1, 1]);
    expect(surcharge(37) / surcharge(25)).toBeCloseTo(0.9, 3);
  });
  it("selling more dies with a defect makes single dies cheaper, and pairs as far as they allow it", () => {
    expect(times("accelerator.cost_to_make", "h100", {"parameter.harvested_share": 0.9})).toBeLessThan(1);
    expect(times("accelerator.cost_to_make", "b200", {"parameter.harvested_share": 0.9})).toBe(1);
    expect(times("accelerator.cost_to_make", "b200", {"accelerator[b200].harvested_share": 0.6})).toBeLessThan(1);
  });
  it("renting a hall in place of owning it lowers EBITDA, and no building is bought", () => {
    const cells = {"facility[council-bluffs].tenure": "colocated", "facility[council-bluffs].colocation_rate": 140};
    expect(times("comparison.ebitda", undefined, cells)).toBeLessThan(1);
    expect(at(runWith(cells), "cluster.building", "atlas-b200")).toBe(0);
  });
  it("more on order lowers EBITDA before it earns anything", () => {
    const cells = {"cluster[atlas-b200].order_book": 1.2};
    expect(times("comparison.neocloud_revenue", undefined, cells)).toBeCloseTo(1, 9);
    expect(times("comparison.ebitda", undefined, cells)).toBeLessThan(1);
  });
  it("servers that are being fitted draw power that no stream of requests is charged for", () => {
    const cells = {"parameter.fitting_draw": 0.4};
    expect(times("economy.electricity_cost", undefined, cells)).toBeGreaterThan(1);
    expect(times("application.energy_per_request", "assistant", cells)).toBe(1);
  });
  it("a cost of ownership holds no selling and administration", () => {
    const cells = {"parameter.neocloud_overhead": 0.07};
    expect(times("cluster.owner_cost", "atlas-b200", cells)).toBeCloseTo(1, 12);
    expect(times("cluster.levelised_cost", "atlas-b200", cells)).toBeLessThan(1);
  });
  it("a rack that needs less power takes a smaller hall and costs less to house", () => {
    const cells = {"accelerator[b200].server_power": 1500};
    expect(times("cluster.it_capacity", "atlas-b200", cells)).toBeCloseTo(1500 / 1790, 9);
    expect(times("cluster.owner_cost", "atlas-b200", cells)).toBeLessThan(1);
  });
  it("no server draws more than its site provides", () =>
    expect(overdrawn(runWith({"parameter.server_power_ratio": 1.5}))).toEqual([]));
  it("the kinds announced for 2026 are in the table, and no scenario's reference buys them", () => {
    const kinds = ["mi455x", "tpu-8i", "tpu-8t"];
    expect(keysOf(run, "accelerator")).toEqual(expect.arrayContaining(kinds));
    expect(inputs.fleet!.columns.accelerator!.values.filter((kind) => kinds.includes(String(kind)))).toEqual([]);
  });
});

function overdrawn(of: Run): string[] {
  return keysOf(of, "accelerator").filter(
    (key) => at(of, "accelerator.loaded_power", key) > at(of, "accelerator.provisioned_power", key)
  );
}
