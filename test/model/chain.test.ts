import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {check} from "../../lib/model/index.js";
import {runScenario} from "../../data-loaders/run/project.js";
import {keysOf, valueAt} from "../../lib/sheet/index.js";
import {at, project, reference, runWith} from "./project.js";

const {run} = reference;

/** A column of the reference's first month, over all rows of its table. */
const total = (id: string): number => keysOf(run, id.split(".")[0]!).reduce((sum, key) => sum + at(run, id, key), 0);

describe("the default stack", () => {
  it(
    "has three neoclouds with two or three clusters each, on all three orchestrators and five kinds of " +
      "accelerator",
    () => {
      const of = (column: string) => keysOf(run, "cluster").map((_, row) => valueAt(run, `cluster.${column}`, row, 0));
      expect(new Set(of("orchestrator"))).toEqual(new Set(["slurm", "kubernetes", "ssh"]));
      expect(new Set(of("accelerator")).size).toBe(5);
      for (const name of keysOf(run, "neocloud"))
        expect(of("neocloud").filter((one) => one === name).length).toBeOneOf([2, 3]);
    }
  );
  it("has three providers with four models each", () => {
    const providers = keysOf(run, "deployment").map((_, row) => valueAt(run, "deployment.provider", row, 0));
    for (const name of keysOf(run, "provider")) expect(providers.filter((one) => one === name)).toHaveLength(4);
  });
  it("begins with clusters of the size that fills them to the occupancy of the start, whatever is asked for", () => {
    const thirsty = runWith({"segment[coder-team].requests_per_user": 9000});
    for (const one of [run, thirsty])
      for (const key of keysOf(one, "cluster")) {
        const asked = at(one, "cluster.demanded_hours", key) / at(one, "cluster.allocatable_hours", key);
        expect(asked).toBeCloseTo(at(one, "parameter.start_occupancy"), 12);
      }
    expect(at(thirsty, "economy.gpus")).toBeGreaterThan(1.2 * at(run, "economy.gpus"));
  });
});

describe("rules of accounting and matter", () => {
  it.each([...project.scenarios.values()].filter(({model}) => model === "chain").map(({name}) => name))(
    "hold in every month of %s",
    (name) => expect(check(runScenario(project, name).run).filter(({passed}) => !passed)).toEqual([])
  );
  it("hold in random scenarios", () =>
    fc.assert(
      fc.property(
        fc.double({min: -1, max: 2, noNaN: true}),
        fc.double({min: 0, max: 2, noNaN: true}),
        fc.double({min: 0, max: 1, noNaN: true}),
        fc.double({min: 0.01, max: 20, noNaN: true}),
        fc.double({min: 1, max: 4, noNaN: true}),
        fc.record({
          "parameter.token_elasticity": fc.double({min: 0.1, max: 2, noNaN: true}),
          "parameter.rental_elasticity": fc.double({min: 0.1, max: 1, noNaN: true}),
          "parameter.rental_response": fc.double({min: 0, max: 20, noNaN: true}),
          "parameter.order_response": fc.double({min: 0, max: 5, noNaN: true}),
          "parameter.accelerator_wait": fc.double({min: 0.5, max: 24, noNaN: true}),
          "parameter.power_wait": fc.double({min: 0.5, max: 24, noNaN: true}),
          "parameter.permit_wait": fc.double({min: 0.5, max: 24, noNaN: true}),
          "parameter.power_headroom": fc.double({min: 0, max: 1, noNaN: true}),
          "parameter.reversion": fc.double({min: 0, max: 2, noNaN: true}),
          "parameter.ageing": fc.double({min: 0, max: 0.5, noNaN: true}),
          "parameter.mobility": fc.double({min: 0.01, max: 1, noNaN: true}),
          "segment[coder-team].repricing": fc.double({min: 0.2, max: 3, noNaN: true}),
          "parameter.memory_supply_slack": fc.double({min: 0, max: 1, noNaN: true})
        }),
        (usage, expansion, residual, size, peak, market) => {
          const random = {
            ...market,
            "parameter.usage_growth": usage,
            "parameter.expansion_excess": expansion,
            "parameter.accelerator_residual": residual,
            "cluster[atlas-b200].size": size,
            "parameter.peak_to_average": peak
          };
          expect(check(runWith(random, 25)).filter(({passed}) => !passed)).toEqual([]);
        }
      ),
      {seed: 2026, numRuns: 12}
    ));
  it("can fail: shares of a segment's requests that do not add up are found", () =>
    expect(check(runWith({"routing[free-oss].share": 0.9})).find(({key}) => key === "routing")).toMatchObject({
      passed: false,
      where: "segment[assistant-free]"
    }));
});

describe("the chain", () => {
  it("an H100's dies cost what wafer price, geometry and yield say", () => {
    const yielded = (1 + (8.14 * 0.08) / 3) ** -3;
    const sold = yielded + (1 - yielded) * at(run, "parameter.harvested_share");
    const gross = (Math.PI * 300 ** 2) / (4 * 814) - (Math.PI * 300) / Math.sqrt(2 * 814);
    expect(at(run, "accelerator.die_cost", "h100")).toBeCloseTo(
      at(run, "process_node.wafer_price", "n5") / (gross * sold),
      6
    );
  });
  it("an accelerator whose die area is not published has no cost to make, and says why", () =>
    expect(valueAt(run, "accelerator.cost_to_make", keysOf(run, "accelerator").indexOf("tpu-v7"), 0)).toMatchObject({
      kind: "missing",
      cell: "accelerator[tpu-v7].die_area"
    }));
  it.each([
    ["b200", 192],
    ["gb200", 192],
    ["h200", 144],
    ["h100", 80]
  ])("the memory in a %s that is paid for is %d GB, whatever of it can be used", (key, installed) =>
    expect(at(run, "accelerator.memory_cost", key)).toBeCloseTo(installed * at(run, "accelerator.memory_price", key), 9)
  );
  it("scarce GPU-hours are rationed: half the accelerators serve the share of demand that they can", () => {
    const scarce = runWith({"cluster[boreal-h200].size": 0.5, "parameter.mobility": 0});
    const fill = 0.5 / at(run, "parameter.start_occupancy");
    expect(at(scarce, "cluster.fill", "boreal-h200")).toBeCloseTo(fill, 12);
    expect(at(scarce, "deployment.fill", "openfield-deepseek")).toBeCloseTo(fill, 12);
    expect(at(scarce, "economy.hours_saved")).toBeLessThan(at(run, "economy.hours_saved"));
  });
  it("work that a cluster can't serve moves to where there is room, as far as it can move", () => {
    const half = {"cluster[boreal-h200].size": 0.5};
    const fills = [0, 0.5, 1].map((mobility) =>
      at(runWith({...half, "parameter.mobility": mobility}), "cluster.fill", "boreal-h200")
    );
    expect(fills[1]! - fills[0]!).toBeCloseTo((fills[2]! - fills[0]!) / 2, 12);
    expect(fills[2]).toBe(1);
  });
  it("a step decodes no faster than its weights and cache can be read, and no faster than it can be computed", () => {
    const tooFast = keysOf(run, "serving_option").filter((key) => {
      const part = (column: string) => at(run, `serving_option.${column}`, key);
      const bound =
        Math.max(part("weight_time"), part("matrix_time")) + Math.max(part("kv_time"), part("attention_time"));
      return !(part("decode_step") > part("stages") * bound);
    });
    expect(tooFast).toEqual([]);
  });
  it("compute, bandwidth, interconnect and latency share all of the time", () => {
    const wrong = keysOf(run, "serving_option").filter((key) => {
      const parts = ["compute", "bandwidth", "interconnect", "latency"].map((name) =>
        at(run, `serving_option.${name}_part`, key)
      );
      const total = parts.reduce((sum, part) => sum + part);
      return !(Math.min(...parts) >= 0 && Math.abs(total - 1) < 5e-10);
    });
    expect(wrong).toEqual([]);
  });
  it("a provider's rent is split to input, cached and output tokens without a rest", () => {
    for (const key of keysOf(run, "deployment")) {
      const [cost, tokens] = ["cost_per", "tokens"].map((end) =>
        ["input", "cached", "output"].map((kind) =>
          at(run, end === "tokens" ? `deployment.${kind}_tokens` : `deployment.cost_per_${kind}_token`, key)
        )
      );
      const split = cost!.reduce((sum, one, i) => sum + one * tokens![i]!, 0);
      expect(split / at(run, "deployment.rent", key)).toBeCloseTo(1, 9);
    }
  });
  it("the best batch fits into memory and keeps the limit on time per token", () => {
    for (const [row, key] of keysOf(run, "deployment").entries()) {
      expect(at(run, "serving_option.feasible", valueAt(run, "deployment.best", row, 0) as string)).toBe(1);
      expect(at(run, "deployment.tpot", key)).toBeLessThanOrEqual(at(run, "deployment.tpot_limit", key));
    }
  });
  it("all accelerators on order arrive, half by two thirds of the lead time, few later than twice it", () => {
    const stopped = runWith({"parameter.order_limit": 0, "parameter.accelerator_life": 10000}, 49);
    const [ordered, start] = ["pipeline", "gpus"].map((name) => at(stopped, `cluster.${name}`, "atlas-b200"));
    const arrived = (month: number) => (at(stopped, "cluster.gpus", "atlas-b200", month) - start!) / ordered!;
    const lead = at(stopped, "parameter.lead_time");
    expect(arrived(Math.round((2 / 3) * lead))).toBeCloseTo(0.55, 1);
    expect(arrived(2 * Math.round(lead))).toBeGreaterThan(0.95);
    expect(arrived(48)).toBeCloseTo(1, 2);
  });
  it("the longest of the three waits binds, that for power with what of it comes late", () => {
    const late = (1 - at(run, "parameter.on_time_share")) * at(run, "parameter.slippage");
    const lead = (wait: string) => at(runWith({[`parameter.${wait}`]: 40}), "parameter.lead_time");
    expect(["accelerator_wait", "permit_wait", "power_wait"].map(lead)).toEqual([40, 40, 40 + late]);
  });
  it("of scarce hours, a core of everybody's use is served, then the requests that bring in most", () => {
    const scarce = (size: number, core: number) => {
      const cells = {"cluster[atlas-b200].size": size, "parameter.mobility": 0, "parameter.core_use": core};
      const one = runWith(cells);
      return ["office-medium", "business-medium", "free-medium"].map((key) => at(one, "routing.fill", key));
    };
    expect(scarce(0.65, 0.7)).toEqual([1, expect.closeTo(0.78, 2), expect.closeTo(0.7, 12)]);
    expect(scarce(0.65, 0)).toEqual([1, 1, 0]);
    const [office, business, free] = scarce(0.5, 0.7);
    expect(Math.min(office!, business!)).toBeGreaterThan(free!);
  });
  it("requests rise as tokens become cheaper, by their elasticity, up to what a user can use", () => {
    const ceiling = 1e9;
    for (const elasticity of [0.01, 0.7]) {
      const cells = {"parameter.token_elasticity": elasticity, "segment[coder-team].use_ceiling": ceiling};
      const late = runWith(cells, 13);
      const of = (name: string) => at(late, `segment.${name}`, "coder-team", 12);
      const base = of("users") * 4700 * at(late, "parameter.usage_index", undefined, 12);
      expect(of("wanted_requests") / base).toBeCloseTo(of("token_price_index") ** -elasticity, 6);
    }
    const most = runWith({"parameter.usage_growth": 3}, 25);
    const wanted = at(most, "segment.wanted_requests", "coder-team", 24) / at(most, "segment.users", "coder-team", 24);
    expect(wanted / (15 * 4700)).toBeGreaterThan(0.9);
    expect(wanted / (15 * 4700)).toBeLessThanOrEqual(1);
  });
  it("dearer capital makes new capacity dearer, and in the end GPU-hours", () => {
    const dear = runWith({"parameter.cost_of_capital": 0.14}, 49);
    const usual = runWith({}, 49);
    expect(at(dear, "cluster.new_cost", "atlas-b200")).toBeGreaterThan(at(usual, "cluster.new_cost", "atlas-b200"));
    expect(at(dear, "market.spot_index", undefined, 48)).toBeGreaterThan(at(usual, "market.spot_index", undefined, 48));
  });
  it("spot prices do not swing from month to month: no change of direction within a quarter of another", () => {
    const path = Array.from({length: 60}, (_, month) => at(run, "market.spot_index", undefined, month));
    // Less than a thousandth is no move: for a year, prices hardly change.
    const steps = path.slice(1).map((price, i) => price - path[i]!);
    const moves = steps.flatMap((step, month) => (Math.abs(step) > 0.001 ? [{month, sign: Math.sign(step)}] : []));
    const turns = moves.flatMap(({month, sign}, i) => (i > 0 && sign !== moves[i - 1]!.sign ? [month] : []));
    expect(Math.min(...turns.slice(1).map((turn, i) => turn - turns[i]!), 60)).toBeGreaterThanOrEqual(3);
  });
  it("prices in force change by what is renewed: from the last towards that of contracts signed now", () => {
    for (const key of keysOf(run, "contract"))
      for (const month of [0, 12, 24, 48]) {
        const of = (name: string, later = 0) => at(run, `contract.${name}`, key, month + later);
        const moved = (of("price_index", 1) - of("price_index")) / (of("new_index") - of("price_index"));
        expect(moved).toBeCloseTo(of("renewed"), 6);
        expect(of("renewed")).toBeGreaterThanOrEqual(1 / (12 * of("term")));
      }
  });
  it("begins with a fleet that has grown evenly: both halves of its life grow as fast as the whole", () => {
    for (const growth of [0, 0.35, 1]) {
      const cells = {"cluster[atlas-b200].order_book": growth, "parameter.power_wait": 1, "parameter.permit_wait": 1};
      const grown = runWith({...cells, "parameter.start_lead": 8}, 2);
      for (const half of ["young", "old"]) {
        const [first, second] = [0, 1].map((month) => at(grown, `fleet.${half}`, "atlas-b200-start", month));
        expect(12 * (second! / first! - 1)).toBeCloseTo(growth, 9);
      }
    }
  });
  it("begins with fleets that have grown about as fast as what is on order lets them grow", () => {
    const growths = keysOf(run, "cluster").map((key) => at(run, "cluster.order_book", key));
    const growth = at(run, "parameter.past_growth");
    expect(growth).toBeGreaterThan(Math.min(...growths));
    expect(growth).toBeLessThan(Math.max(...growths));
  });
  it("begins with books in which what does not work yet is not written off", () => {
    const worked = total("tranche.start_bought") - total("tranche.start_waiting");
    const age = at(run, "parameter.opening_age");
    expect(total("tranche.start_waiting")).toBeCloseTo(
      total("cluster.fitting_hardware") + total("cluster.unfinished_building"),
      0
    );
    expect(total("tranche.start_book")).toBeGreaterThan(total("tranche.start_bought") - age * worked);
  });
  it("halls, rent and limits of power are for what servers may draw, electricity for what they do", () => {
    const thirsty = runWith({"parameter.server_power_ratio": 1.1 * at(run, "parameter.server_power_ratio")});
    const grows = (column: string, key: string) => at(thirsty, column, key) / at(run, column, key);
    for (const column of ["it_capacity", "building", "power_limit"])
      expect(grows(`cluster.${column}`, "atlas-b200")).toBe(1);
    expect(grows("cluster.colocation_rent", "cumulus-h100")).toBe(1);
    expect(grows("cluster.serving_energy", "atlas-b200")).toBeGreaterThan(1.08);
    expect(grows("cluster.serving_energy", "atlas-b200")).toBeLessThan(1.13);
    expect(grows("cluster.electricity_cost", "atlas-b200")).toBeGreaterThan(1.08);
  });
  it("an hour of new capacity takes the electricity of an installed one that is as well sold", () => {
    const [normal, pue] = [at(run, "parameter.normal_occupancy"), at(run, "cluster.pue", "atlas-b200")];
    const price = at(run, "cluster.power_price", "atlas-b200");
    const paid = (cells: Record<string, number>): number =>
      at(runWith(cells), "fleet.running_cost", "atlas-b200-start");
    const electricity = paid({}) - paid({"region[iowa].power_price": 0});
    const idle = at(run, "parameter.idle_power_share");
    const load = (at(run, "cluster.load", "atlas-b200") * normal) / at(run, "cluster.sold_share", "atlas-b200");
    const full = (730_500 * at(run, "cluster.full_power", "atlas-b200")) / at(run, "cluster.gpus", "atlas-b200");
    expect(electricity / (full * (idle + (1 - idle) * load) * pue * price)).toBeCloseTo(1, 9);
  });
  it(
    "a cluster draws what its deployments' ways of serving draw while they serve, and idle power in the rest of " +
      "the time",
    () => {
      const idle = at(run, "parameter.server_power_ratio") * at(run, "parameter.idle_power_share");
      for (const [row, cluster] of keysOf(run, "cluster").entries()) {
        const [energy, rest] = keysOf(run, "deployment")
          .map((key, deployment) => ({key, deployment}))
          .filter(({deployment}) => valueAt(run, "deployment.cluster", deployment, 0) === cluster)
          .reduce(
            ([energy, rest], {key, deployment}) => {
              const hours = at(run, "deployment.busy_hours", key);
              const best = valueAt(run, "deployment.best", deployment, 0) as string;
              return [energy + hours * at(run, "serving_option.power", best), rest - hours];
            },
            [0, 730.5 * at(run, "cluster.gpus", cluster)]
          );
        const tdp = at(run, "accelerator.tdp", valueAt(run, "cluster.accelerator", row, 0) as string);
        expect((energy + rest * idle * tdp) / 1e6 / (730.5 * at(run, "cluster.it_power", cluster))).toBeCloseTo(1, 9);
      }
    }
  );
  it("doubling the realised share doubles output gained and nothing that is paid", () => {
    const double = runWith({"parameter.realised_share": 2 * at(run, "parameter.realised_share")});
    expect(at(double, "economy.productivity_value") / at(run, "economy.productivity_value")).toBeCloseTo(2, 12);
    expect(at(double, "economy.resource_cost")).toBe(at(run, "economy.resource_cost"));
  });
  it("the first month does not depend on the length of the run", () =>
    expect(at(runWith({}, 1), "economy.value_per_cost")).toBe(at(run, "economy.value_per_cost")));
  it("every parameter is used, in the chain or in the market's history before it", () => {
    const models = [project.models.get("chain")!.model, project.history.model];
    const columns = models.flatMap(({columns}) => [...columns.values()]);
    const read = new Set(columns.flatMap(({reads}) => reads.map(({column}) => column.id)));
    const {parameter} = models[0]!;
    expect(Object.keys(parameter.columns).filter((name) => !read.has(`parameter.${name}`))).toEqual([]);
  });
});
