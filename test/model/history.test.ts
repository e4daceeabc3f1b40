import {describe, expect, it} from "vitest";
import {runHistory} from "../../data-loaders/run/project.js";
import {errorOf, fitQuotes, HISTORY} from "../../lib/model/index.js";
import {dateOf, monthsOf} from "../../lib/sheet/index.js";
import {at, project, reference} from "./project.js";

const run = runHistory(project);
const {inputs} = project.models.get("chain")!;
const path = Array.from({length: HISTORY.months}, (_, month) => at(run, "rental_history.spot_price", undefined, month));
const dateAt = (month: number) => dateOf(monthsOf(HISTORY.start) + month);

describe("the H100's rental price since 2023, with its shocks given", () => {
  it("falls from the scarcity of 2023 to a trough within two months of October 2025, and turns", () => {
    const trough = path.indexOf(Math.min(...path));
    expect(["2025-08", "2025-09", "2025-10", "2025-11", "2025-12"]).toContain(dateAt(trough));
    expect(path[0]! / path[trough]!).toBeGreaterThan(3);
    expect(path[trough + 8]! / path[trough]!).toBeGreaterThan(1.25);
  });
  it("does not swing: it turns twice in 42 months, up in 2025 and down at the end of 2026", () => {
    const signs = path.slice(2).map((price, month) => Math.sign(price - path[month + 1]!));
    const turns = signs.flatMap((sign, i) => (i > 0 && sign !== signs[i - 1] ? [dateAt(i + 1)] : []));
    expect(turns.map((date) => date.slice(0, 4))).toEqual(["2025", "2026"]);
  });
  it("lies within a quarter of published prices, root mean square", () => {
    const fitted = fitQuotes(run, inputs);
    expect(fitted.length).toBeGreaterThan(15);
    expect(errorOf(fitted)).toBeLessThan(0.25);
    expect(errorOf(fitted.filter(({contract}) => contract === "reserved-1-year"))).toBeLessThan(0.2);
  });
  it("leads to the price and the tightness with which the chain begins", () => {
    const last = HISTORY.months - 1;
    expect(dateAt(last)).toBe("2026-12");
    expect(path[last]! / at(reference.run, "cluster.on_demand_price", "atlas-h100")).toBeCloseTo(1, 0);
    expect(at(run, "rental_history.tightness", undefined, last)).toBeCloseTo(at(reference.run, "market.tightness"), 1);
  });
});
