import {describe, expect, it} from "vitest";
import {project} from "./project.js";
import {everyMonth, path, runOf} from "./statics.js";

const chain = [...project.scenarios.values()].filter(({model}) => model === "chain").map(({name}) => name);
const of = (scenario: string, cell: string): number[] => path(runOf(scenario), cell);
const profitOf = (scenario: string, layer: string): number[] => {
  const [revenue, cost] = ["revenue", "cost"].map((name) => of(scenario, `economy.${layer}_${name}`));
  return revenue!.map((amount, month) => amount - cost![month]!);
};
const rentOf = (scenario: string): number[] => {
  const [own, usual] = [scenario, "reference"].map((name) => of(name, "market.spot_index"));
  return own!.map((rent, month) => rent / usual![month]!);
};
const described = (scenario: string): string => project.scenarios.get(scenario)!.description;
const years = (months: readonly number[]): number[] =>
  [0, 12, 24, 36, 48].map((first) => months.slice(first, first + 12).reduce((sum, one) => sum + one, 0) / 12);

/** Months, from one on, in which a scenario's cell is not above (or below) the reference's times a factor. */
const notAbove = (scenario: string, cell: string, factor = 1, from = 2): number[] =>
  everyMonth.filter((month) => month >= from && !(of(scenario, cell)[month]! > factor * of("reference", cell)[month]!));
const notBelow = (scenario: string, cell: string, factor = 1, from = 2): number[] =>
  everyMonth.filter((month) => month >= from && !(of(scenario, cell)[month]! < factor * of("reference", cell)[month]!));

describe("the agentic boom", () => {
  it("has more tokens than the reference in every month", () =>
    expect(notAbove("agentic-boom", "economy.tokens")).toEqual([]));
  it("has more output than the reference in every month", () =>
    expect(notAbove("agentic-boom", "economy.productivity_value")).toEqual([]));
  it("raises paying users' output in every month: what is refused pays least", () => {
    const [boom, usual] = ["agentic-boom", "reference"].map((name) => {
      const free = of(name, "segment[assistant-free].productivity_value");
      return of(name, "economy.productivity_value").map((all, month) => all - free[month]!);
    });
    expect(everyMonth.filter((month) => month > 0 && !(boom![month]! > usual![month]!))).toEqual([]);
  });
  it("has no fewer GPUs, and more once the lead time is over", () => {
    expect(notAbove("agentic-boom", "economy.gpus", 0.999)).toEqual([]);
    expect(of("agentic-boom", "economy.gpus")[36]! / of("reference", "economy.gpus")[36]!).toBeGreaterThan(1.15);
  });
  it("has twice the reference's rents after a year, and lower ones in the end, since orders outran use", () => {
    expect(rentOf("agentic-boom")[12]).toBeGreaterThan(2);
    expect(notAbove("agentic-boom", "market.spot_index").filter((month) => month < 27)).toEqual([]);
    expect(notAbove("agentic-boom", "market.spot_index", 0.85)).toEqual([]);
    expect(described("agentic-boom")).toMatch(
      /in the last two and a half years,\s+on-demand prices of GPU-hours are below those\s+of the Reference/
    );
    expect(notBelow("agentic-boom", "market.spot_index", 1, 30)).toEqual([]);
  });
  it("enriches both neoclouds and providers, providers first: contracts hold rents back", () => {
    const gain = (layer: string, month: number) =>
      of("agentic-boom", `economy.${layer}_revenue`)[month]! / of("reference", `economy.${layer}_revenue`)[month]!;
    expect(gain("neocloud", 24)).toBeGreaterThan(1.4);
    expect(gain("provider", 12)).toBeGreaterThan(gain("neocloud", 12));
  });
});

describe("the price war of open models", () => {
  it("costs providers: less profit than in the reference, in every year", () => {
    const [own, usual] = ["open-model-price-war", "reference"].map((name) => years(profitOf(name, "provider")));
    own!.forEach((profit, year) => expect(profit).toBeLessThan(usual![year]!));
  });
  it("serves more tokens, and in the end more output", () => {
    expect(notAbove("open-model-price-war", "economy.tokens")).toEqual([]);
    expect(notAbove("open-model-price-war", "economy.productivity_value", 0.985)).toEqual([]);
    expect(notAbove("open-model-price-war", "economy.productivity_value", 1.03, 36)).toEqual([]);
  });
  it("leaves applications a higher margin, since they pay less for tokens", () =>
    expect(notAbove("open-model-price-war", "comparison.application_gross_margin")).toEqual([]));
  it("ends with dear tokens as well as it began with them: prices fall further than in the reference", () => {
    for (const tier of ["frontier", "standard", "light"])
      expect(notBelow("open-model-price-war", `tier[${tier}].price_index`, 0.6, 48)).toEqual([]);
  });
});

describe("the power crunch", () => {
  it("raises rents and revenue per MW in every month, and the profit of all neoclouds in every year", () => {
    expect(notAbove("power-crunch", "market.spot_index")).toEqual([]);
    expect(notAbove("power-crunch", "comparison.neocloud_revenue_per_power")).toEqual([]);
    for (const key of ["atlas", "boreal", "cumulus"]) {
      const [own, usual] = ["power-crunch", "reference"].map((name) => years(of(name, `neocloud[${key}].profit`)));
      own!.forEach((profit, year) => expect(profit).toBeGreaterThan(usual![year]!));
    }
  });
  it("lowers GPUs, tokens and output, once what was on order would have come", () => {
    for (const name of ["gpus", "tokens", "productivity_value"])
      expect(notBelow("power-crunch", `economy.${name}`, 1, 7)).toEqual([]);
    expect(of("power-crunch", "economy.tokens")[59]! / of("reference", "economy.tokens")[59]!).toBeLessThan(2 / 3);
  });
});

describe("the glut", () => {
  it("has more GPUs, and lower rents for two years, until orders have been cut", () => {
    expect(notAbove("gpu-glut", "economy.gpus")).toEqual([]);
    expect(notBelow("gpu-glut", "market.spot_index").filter((month) => month <= 24)).toEqual([]);
    expect(of("gpu-glut", "market.spot_index")[12]! / of("reference", "market.spot_index")[12]!).toBeLessThan(0.7);
  });
  it("lowers neoclouds' profit while its rents are lower, and over five years", () => {
    const [own, usual] = ["gpu-glut", "reference"].map((name) => years(profitOf(name, "neocloud")));
    for (const year of [0, 1]) expect(own![year]!).toBeLessThan(usual![year]!);
    const sum = (profits: readonly number[]) => profits.reduce((all, profit) => all + profit, 0);
    expect(sum(own!)).toBeLessThan(sum(usual!));
  });
  it("raises tokens and output once cheaper hours have reached prices of tokens, until rents have come back", () => {
    for (const name of ["tokens", "productivity_value"])
      expect(notAbove("gpu-glut", `economy.${name}`, 1, 12).filter((month) => month <= 27)).toEqual([]);
  });
  it("ends in a shortage, since little was ordered in it, and then in the reference's rents", () => {
    const [ordered, usually] = ["gpu-glut", "reference"].map((name) => of(name, "economy.investment"));
    expect(ordered![18]!).toBeLessThan(0.5 * usually![18]!);
    const ratio = rentOf("gpu-glut");
    expect(ratio[12]!).toBeLessThan(0.6);
    expect(described("gpu-glut")).toMatch(/fall for a year.*shortage follows in the third and fourth years/s);
    expect(ratio.indexOf(Math.min(...ratio))).toBeGreaterThan(9);
    for (const one of ratio.slice(30, 42)) expect(one).toBeGreaterThan(1.1);
    expect(Math.max(...ratio)).toBeGreaterThan(1.2);
    expect(Math.max(...ratio)).toBeLessThan(1.4);
    for (const one of ratio.slice(48)) expect(Math.abs(one - 1)).toBeLessThan(0.05);
  });
});

describe("the disappointment", () => {
  it("lowers revenue in every layer and every month, and output", () => {
    for (const name of ["neocloud_revenue", "provider_revenue", "application_revenue", "productivity_value"])
      expect(notBelow("demand-disappointment", `economy.${name}`)).toEqual([]);
  });
  it("ends orders: the fleet shrinks with age, and no neocloud's revenue falls to nothing", () => {
    const gpus = of("demand-disappointment", "economy.gpus");
    expect(gpus[59]!).toBeLessThan(0.8 * Math.max(...gpus));
    expect(described("demand-disappointment")).toMatch(/until hours are short again in the last year/);
    expect(notAbove("demand-disappointment", "market.tightness", 1, 51)).toEqual([]);
    expect(Math.min(...of("demand-disappointment", "economy.neocloud_revenue"))).toBeGreaterThan(
      0.3 * of("demand-disappointment", "economy.neocloud_revenue")[0]!
    );
  });
  it("grows by less than a third where it said that few come: applications' revenue after five years", () => {
    const revenue = of("demand-disappointment", "economy.application_revenue");
    expect(revenue[59]! / revenue[0]!).toBeLessThan(4 / 3);
  });
});

describe("the efficiency leap", () => {
  it("has the lowest energy a token of all scenarios, and costs of a token a quarter below the reference", () => {
    for (const name of chain.filter((one) => one !== "efficiency-leap"))
      expect(of("efficiency-leap", "economy.energy_per_token")[59]!).toBeLessThan(
        of(name, "economy.energy_per_token")[59]!
      );
    expect(notBelow("efficiency-leap", "economy.cost_per_token", 0.75, 18)).toEqual([]);
  });
  it("raises tokens and output, and lowers neoclouds' revenue: the rebound does not fill what it frees", () => {
    expect(notAbove("efficiency-leap", "economy.tokens")).toEqual([]);
    expect(notAbove("efficiency-leap", "economy.productivity_value")).toEqual([]);
    expect(notBelow("efficiency-leap", "economy.neocloud_revenue")).toEqual([]);
  });
});

describe("budgets for use by the token", () => {
  it("bind only while nearly every request is served, so that it matters little that they count what is wanted", () => {
    for (const scenario of chain) {
      const [share, fill] = ["bill_share", "fill"].map((name) => of(scenario, `segment[coder-team].${name}`));
      expect(everyMonth.filter((month) => share![month]! < 1 && fill![month]! < 0.99)).toEqual([]);
    }
    expect(Math.min(...of("agentic-boom", "segment[coder-team].bill_share"))).toBeLessThan(0.9);
  });
});

describe("dear capital", () => {
  it("raises rents and lowers the fleet, tokens and output", () => {
    expect(notAbove("dear-capital", "market.spot_index")).toEqual([]);
    for (const name of ["gpus", "tokens", "productivity_value"])
      expect(notBelow("dear-capital", `economy.${name}`, 1, 6)).toEqual([]);
  });
});

describe("rents", () => {
  it("of the reference move by less than a fifth in the first year: it begins near a steady path", () => {
    for (const rent of of("reference", "market.spot_index").slice(0, 13)) expect(Math.abs(rent - 1)).toBeLessThan(0.2);
  });
  it.each(chain)("of %s turn three times at most, by 3 %% and more, and move by less than 15 %% a month", (name) => {
    const rents = of(name, "market.spot_index");
    const changes = rents.slice(1).map((rent, month) => Math.log(rent / rents[month]!));
    expect(turns(rents, 0.03)).toBeLessThanOrEqual(3);
    for (const change of changes) expect(Math.abs(change)).toBeLessThan(0.15);
  });
});

/** How often a path turns round, if only moves by a share and more count. */
function turns(path: readonly number[], share: number): number {
  const found = path.reduce(
    ({end, rising, count}, one) => {
      const further = rising === undefined || one > end === rising;
      if (Math.abs(one / end - 1) < share) return {end: rising !== undefined && further ? one : end, rising, count};
      return {end: one, rising: one > end, count: further ? count : count + 1};
    },
    {end: path[0]!, rising: undefined as boolean | undefined, count: 0}
  );
  return found.count;
}
