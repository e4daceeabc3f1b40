import {describe, expect, it} from "vitest";
import {stages} from "../../lib/sheet/stage.js";
import {chain} from "../../lib/model/chain.js";
import {fiveRows} from "./five-rows.js";

describe("stages", () => {
  it("of five rows: columns that depend on their own past together, every other column alone", () => {
    const together = stages(fiveRows.order).filter(({length}) => length > 1);
    expect(together.map((stage) => stage.map(({id}) => id))).toEqual([["cluster.last_size", "cluster.size"]]);
  });
  it("contain every column once, each stage after its precedents", () => {
    const all = stages(chain.order);
    expect(new Set(all.flat())).toEqual(new Set(chain.order));
    expect(all.flat()).toHaveLength(chain.order.length);
    const stageOf = new Map(all.flatMap((stage, i) => stage.map((column) => [column, i] as const)));
    const early = all.flatMap((stage, i) =>
      stage.flatMap(({reads}) => reads.filter(({column}) => stageOf.get(column)! > i))
    );
    expect(early).toEqual([]);
  });
});
