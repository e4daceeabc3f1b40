import {describe, expect, it} from "vitest";
import {runHistory} from "../../data-loaders/run/project.js";
import {fitQuotes, forecastErrors, HISTORY, type FittedQuote} from "../../lib/model/index.js";
import {evaluate, type TableInput} from "../../lib/sheet/index.js";
import {at, project} from "./project.js";

const {inputs} = project.models.get("chain")!;
const run = runHistory(project);
const quotes = fitQuotes(run, inputs);
const errors = forecastErrors(quotes);
const missed = (forecast: string, period: string) =>
  errors.find((row) => row.forecast === forecast && row.period === period && row.contract === "all")!.error;

describe("the H100's rental price since 2023, by the law of prices", () => {
  it("is fitted on no price after 2024 and judged on all later ones", () => {
    expect(quotes.filter(({period}) => period === "fitted").map(({key}) => key.slice(0, 9))).toEqual([
      "h100-2023",
      "h100-2024",
      "h100-2024"
    ]);
    expect(quotes.filter(({period}) => period === "judged").length).toBeGreaterThanOrEqual(20);
  });
  it("has the start tightness and the growth of demand that fit 2023 and 2024 best: none nearby fits better", () => {
    const best = fitted(1, 0);
    for (const [factor, more] of [
      [1.01, 0],
      [0.99, 0],
      [1, 0.01],
      [1, -0.01]
    ] as const)
      expect(fitted(factor, more)).toBeGreaterThan(best);
  });
  it("misses 2023 and 2024 by less than forecasts without a model, which is what fitting does", () => {
    expect(missed("modelled", "fitted")).toBeLessThan(missed("last_price", "fitted"));
    expect(missed("modelled", "fitted")).toBeLessThan(missed("constant", "fitted"));
  });
  it("misses 2025 and 2026 by a factor of about four, far more than the last price or a constant: no foresight", () => {
    expect(missed("modelled", "judged")).toBeGreaterThan(1.2);
    expect(missed("modelled", "judged")).toBeLessThan(1.6);
    expect(missed("last_price", "judged")).toBeLessThan(0.35);
    expect(missed("constant", "judged")).toBeLessThan(0.35);
  });
  it("prices a year by the tenor that the chain uses", () => {
    const {term, discount} = inputs.tenor!.columns;
    const row = inputs.tenor!.keys.indexOf("one-year");
    expect(at(run, "rental_history.term")).toBe(term!.values[row]);
    expect(at(run, "rental_history.discount")).toBe(discount!.values[row]);
  });
  it("leaves every forecast alone with the prices that it may know", () => {
    const judged = quotes.filter(({period}) => period === "judged");
    expect(new Set(judged.map(({last_price}) => last_price))).toEqual(new Set([2.99]));
    expect(quotes[0]!.last_price).toBeUndefined();
  });
});

/** Squared error on the quotes of 2023 and 2024 with another start and another growth of demand. */
function fitted(factor: number, more: number): number {
  const history = project.history.inputs.rental_history!;
  const tightness = Number(history.columns.start_tightness!.values[0]) * factor;
  const growth = Number(history.columns.demand_growth!.values[0]) + more;
  const moved = withValues(history, {start_tightness: tightness, demand_growth: growth});
  const given = {...project.history.inputs, parameter: inputs.parameter!, rental_history: moved};
  return squares(fitQuotes(evaluate(project.history.model, given, HISTORY), inputs));
}

function squares(rows: readonly FittedQuote[]): number {
  return rows.filter(({period}) => period === "fitted").reduce((sum, {error}) => sum + error * error, 0);
}

function withValues(table: TableInput, values: Record<string, number>): TableInput {
  const columns = Object.entries(values).map(([name, value]) => [name, {...table.columns[name]!, values: [value]}]);
  return {...table, columns: {...table.columns, ...(Object.fromEntries(columns) as TableInput["columns"])}};
}
