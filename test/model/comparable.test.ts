import {median} from "d3-array";
import {describe, expect, it} from "vitest";
import {keysOf, type Run} from "../../lib/sheet/index.js";
import {at, reference, runWith} from "./project.js";

const {run} = reference;
const clusters = keysOf(run, "cluster");
const growing = {"cluster[atlas-b200].order_book": 1.2};

function total(run: Run, id: string): number {
  return keysOf(run, id.split(".")[0]!).reduce((sum, key) => sum + at(run, id, key), 0);
}

describe("costs as companies publish them", () => {
  it("a landlord charges for halls that are being fitted, whoever owns them", () => {
    for (const key of clusters) {
      const housed = at(run, "cluster.housed_capacity", key) / at(run, "cluster.it_capacity", key);
      const charge = at(run, "cluster.landlord_charge", key);
      expect(charge).toBeCloseTo(at(run, "cluster.building_charge", key) * housed, 6);
      expect(charge > 0).toBe(at(run, "cluster.colocation_rent", key) === 0);
    }
    expect(at(run, "comparison.rented_ebitda")).toBeCloseTo(
      at(run, "comparison.ebitda") - total(run, "cluster.landlord_charge"),
      4
    );
  });
  it("a larger pipeline raises net debt over EBITDA, since halls are leased before they earn", () =>
    expect(at(runWith(growing), "comparison.net_debt_ratio")).toBeGreaterThan(at(run, "comparison.net_debt_ratio")));
  it("what is being fitted is no cost of what works", () => {
    const more = runWith(growing);
    for (const cost of ["owner_cost", "comparable_cost"])
      expect(at(more, `cluster.${cost}`, "atlas-b200")).toBeCloseTo(at(run, `cluster.${cost}`, "atlas-b200"), 9);
    expect(at(more, "cluster.fitting_cost", "atlas-b200")).toBeGreaterThan(
      1.2 * at(run, "cluster.fitting_cost", "atlas-b200")
    );
  });
  it("on a cost model's terms, upkeep and own capital cost do not count, its own life and load do", () => {
    const times = (cells: Record<string, number>) =>
      at(runWith(cells), "cluster.comparable_cost", "atlas-h100") / at(run, "cluster.comparable_cost", "atlas-h100");
    expect(times({"parameter.hardware_maintenance": 0.04, "parameter.insurance": 0.01})).toBe(1);
    expect(times({"parameter.cost_of_capital": 0.12, "parameter.accelerator_life": 3})).toBe(1);
    expect(times({"parameter.comparison_life": 4})).toBeGreaterThan(1.2);
    expect(times({"parameter.comparison_load": 1})).toBeGreaterThan(1);
    expect(times({"accelerator[h100].unit_price": 20000})).toBeLessThan(0.9);
  });
  it("purchases of the year before are what fleets grew by and what was replaced", () => {
    const growth = at(run, "parameter.past_growth");
    const stock = total(run, "fleet.hardware") + total(run, "fleet.fitting_hardware");
    const bought = growth * stock + 12 * total(run, "fleet.hardware_retired");
    expect(
      at(run, "comparison.steady_capital_ratio") / (bought / (12 * at(run, "comparison.neocloud_revenue")))
    ).toBeCloseTo(1, 9);
    const slower = runWith({"parameter.past_growth": 0.35}, 12);
    expect(at(slower, "comparison.steady_capital_ratio")).toBeLessThan(at(run, "comparison.steady_capital_ratio"));
    expect(at(slower, "comparison.investment_growth", undefined, 11)).toBeGreaterThan(
      at(run, "comparison.investment_growth", undefined, 11)
    );
  });
});

describe("what companies buy", () => {
  it("is every segment that nobody uses in private, and nothing of the others", () => {
    for (const key of keysOf(run, "segment")) {
      const sold = at(run, "segment.private_share", key) === 0;
      for (const part of ["revenue", "token_cost", "cost"])
        expect(at(run, `segment.company_${part}`, key)).toBe(sold ? at(run, `segment.${part}`, key) : 0);
    }
    expect(at(run, "comparison.company_revenue")).toBeLessThan(at(run, "comparison.application_revenue"));
  });
  it("counts each product once in the mean of products, whatever it earns", () => {
    const means = ["gross_margin", "inference_share"] as const;
    const products = keysOf(run, "application").filter((key) => at(run, "application.company_revenue", key) > 0);
    expect(products.length).toBeGreaterThan(2);
    for (const name of means)
      expect(at(run, `comparison.product_${name}`)).toBeCloseTo(
        products.reduce((sum, key) => sum + at(run, `application.company_${name}`, key), 0) / products.length,
        12
      );
    const none = runWith({"segment[office-business].private_share": 0.1, "segment[office-small].private_share": 0.1});
    expect(at(none, "application.sells_to_companies", "office")).toBe(0);
    expect(at(none, "comparison.product_gross_margin")).not.toBeCloseTo(at(run, "comparison.product_gross_margin"), 3);
  });
  it("is compared with a survey's median by the median of four products, and the mean of fewer than three", () => {
    const shares = keysOf(run, "application").map((key) => at(run, "application.company_sales_share", key));
    expect(shares).toHaveLength(4);
    expect(at(run, "comparison.product_sales_share")).toBeCloseTo(median(shares)!, 12);
    expect(at(run, "comparison.product_sales_share")).not.toBeCloseTo(at(run, "comparison.mean_sales_share"), 3);
    const privately = ["office-business", "office-small", "desk-agent", "desk-selfservice"];
    const two = runWith(Object.fromEntries(privately.map((key) => [`segment[${key}].private_share`, 0.1])));
    expect(at(two, "comparison.products")).toBe(2);
    expect(at(two, "comparison.product_sales_share")).toBe(at(two, "comparison.mean_sales_share"));
  });
  it("leaves a product that no company buys out of the median", () => {
    const three = runWith({"segment[office-business].private_share": 0.1, "segment[office-small].private_share": 0.1});
    const shares = ["assistant", "coder", "desk"].map((key) => at(three, "application.company_sales_share", key));
    expect(at(three, "comparison.product_sales_share")).toBeCloseTo(median(shares)!, 12);
  });
  it("costs more to sell than products that people find by themselves", () =>
    expect(at(run, "comparison.company_sales_share")).toBeGreaterThan(
      at(run, "comparison.application_acquisition_share")
    ));
  it("a bill wholly by the token is the metered one over the share that is metered", () => {
    const share = at(run, "segment.metered_share", "coder-team");
    expect(at(run, "segment.full_bill", "coder-team") * share).toBeCloseTo(
      at(run, "segment.metered_bill", "coder-team"),
      9
    );
    expect(at(run, "segment.full_bill", "office-small")).toBe(0);
  });
});

describe("a laboratory's own assistant", () => {
  it("pays for the GPU-hours of its tokens, which add up to the rent of all that is served", () =>
    expect(total(run, "application.computing_cost") / total(run, "deployment.rent")).toBeCloseTo(1, 9));
  it("keeps what a product bought at list prices leaves to the provider", () => {
    for (const key of keysOf(run, "application")) {
      const of = (column: string) => at(run, `application.${column}`, key);
      const kept = (of("laboratory_gross_margin") - of("gross_margin")) * of("revenue");
      expect(kept / (of("token_cost") - of("computing_cost"))).toBeCloseTo(1, 9);
    }
  });
  it("earns less where GPU-hours are dearer, while one that buys tokens at list prices earns as much", () => {
    const dear = runWith({"parameter.rent_level": 1.5});
    const change = (column: string) =>
      at(dear, `application.${column}`, "assistant") - at(run, `application.${column}`, "assistant");
    expect(change("laboratory_gross_margin")).toBeLessThan(-0.01);
    expect(change("gross_margin")).toBeCloseTo(0, 9);
  });
});

describe("the power of a facility", () => {
  it("is its IT power with mean cooling and losses, and a reserve for the hottest day", () => {
    const of = (name: string) => clusters.map((key) => at(run, `cluster.${name}`, key));
    const built = of("pue").map((pue, i) => pue + of("peak_reserve")[i]!);
    const ratio = at(run, "comparison.facility_ratio");
    expect(ratio).toBeGreaterThan(Math.min(...built));
    expect(ratio).toBeLessThan(Math.max(...built));
  });
  it("moves what is built, and no electricity", () => {
    const built = runWith({"facility[council-bluffs].peak_reserve": 0.5});
    const ratio = (column: string) => at(built, column, "atlas-b200") / at(run, column, "atlas-b200");
    expect(ratio("cluster.site_power")).toBeGreaterThan(1.1);
    for (const column of ["grid_energy", "housed_capacity", "cost"]) expect(ratio(`cluster.${column}`)).toBe(1);
  });
});

describe("the cheapest token of what the best models could do at the outset", () => {
  const index = (run: Run, month: number) => at(run, "market.cheapest_index", undefined, month);
  it("costs at the start what the best models cost", () => {
    expect(index(run, 0)).toBe(1);
    for (const key of keysOf(run, "tier")) expect(at(run, "tier.offer_index", key, 0)).toBeLessThanOrEqual(1);
  });
  it("is never dearer than a token of constant quality of the best class, and falls in every early month", () => {
    for (let month = 1; month < 60; month++)
      expect(index(run, month)).toBeLessThanOrEqual(at(run, "tier.fixed_price_index", "frontier", month));
    for (let month = 1; month <= 9; month++) expect(index(run, month)).toBeLessThan(index(run, month - 1));
  });
  it("falls later where lighter models trail further, without a jump", () => {
    const after = (lag: number) => index(runWith({"tier[light].lag": lag, "tier[standard].lag": lag}, 13), 12);
    const prices = [6, 9, 11.9, 12, 12.1, 15, 24].map(after);
    for (const [i, price] of prices.entries()) if (i > 0) expect(price).toBeGreaterThan(prices[i - 1]!);
    expect(prices[4]! / prices[2]!).toBeLessThan(1.1);
  });
  it("in the first year falls faster than within any class", () => {
    const fall = at(run, "market.cheapest_fall", undefined, 12);
    for (const key of keysOf(run, "tier")) expect(fall).toBeGreaterThan(at(run, "tier.fixed_fall", key, 12));
  });
});
