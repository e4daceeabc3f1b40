import {REFERENCE} from "../../lib/model/reference.js";
import {only, type Spread} from "../../lib/finance/appraise.js";
import {amortisations, type Amortisation} from "../../lib/finance/loan.js";
import {projectInputs, usualChoice, type Choice, type Terms} from "../../lib/finance/project-inputs.js";
import {rangeOf} from "../../lib/finance/two-way.js";
import type {Control, Option} from "../../components/form/controls.js";
import {of} from "../../components/rows/filter.js";
import {amount, range, share} from "../../components/words/format.js";
import {numberInput} from "../../components/form/number-input.js";
import {textIn} from "../../components/rows/row-values.js";
import {cited, say, type Sentence} from "../../components/words/sentence.js";
import type {Rows} from "../../components/rows/tables.js";
import {rangeIn, termOf, type Case, type PricePath} from "./case.js";
import {ofCovenant, ofMeasure, ofProject} from "./inspected.js";
import {termsOf} from "./terms.js";

/** The page's tables by name. */
export type Tables = Readonly<Record<"assumption" | "scenario" | "accelerator" | "facility" | "cluster", Rows>>;

/** The choice that the page starts with. */
export const usual = usualChoice;

/** The terms of projects in a scenario. */
export function termsIn({assumption, scenario: scenarios, ...run}: Tables, scenario: string): Terms {
  const rows = Object.entries(run).map(([name, table]) => [name, of(table, scenario)] as const);
  const changes = textIn(
    scenarios.find(({name}) => name === scenario),
    "changes"
  );
  return termsOf({...Object.fromEntries(rows), assumption}, changes);
}

/** The rows of a table to choose from, without those of which a project's terms are missing. */
export function keyOptions(tables: Tables, table: "accelerator" | "facility" | "cluster"): Option[] {
  const rows = of(tables[table], REFERENCE);
  const usable =
    table === "accelerator"
      ? rows.filter(
          (row) =>
            typeof row.on_demand_price === "number" && typeof row.unit_price === "number" && typeof row.tdp === "number"
        )
      : rows;
  const options = usable.map((row) => ({value: textIn(row, "key"), title: titleOf(row)}));
  return options.filter(({value}, i) => options.findIndex((one) => one.value === value) === i);
}

function titleOf(row: Rows[number]): string {
  const [name, tenure] = [textIn(row, "name"), textIn(row, "tenure")];
  return tenure === "" ? name : `${name}, ${tenure}`;
}

/** How the loan may be repaid. */
export const amortisationOptions: readonly Option<Amortisation>[] = amortisations.map((value) => ({
  value,
  title: {level: "in equal payments", straight: "in equal parts", bullet: "at the end"}[value]
}));

/** The terms that have a slider: name, label, ends and step. */
const sliders = [
  ["count", "Accelerators", 8, 20_000, 8],
  ["utilisation", "Sold", 0.3, 1, 0.01],
  ["contract_share", "On contracts", 0, 1, 0.05],
  ["debt_share", "Borrowed", 0, 0.9, 0.05],
  ["loan_rate", "Nominal interest", 0.03, 0.16, 0.001],
  ["loan_tenor", "Repaid over years", 1, 8, 0.5]
] as const;

/** Sliders for the terms that a reader chooses most, at their central values. */
export function termInputs(terms: Terms, first: Choice): Control[] {
  const inputs = projectInputs(terms, first);
  return sliders.map(([name, label, min, max, step]) => {
    const format = max <= 1 ? share : (value: number): string => amount(value);
    return numberInput(name, label, {min, max, step, value: rangeOf(inputs, name).central, format});
  });
}

/** A choice with the sliders' values. A slider that was not moved keeps its term as the assumptions have it, with its range. */
export function choiceOf(choice: Choice, values: readonly string[], terms: Terms): Choice {
  const inputs = projectInputs(terms, choice);
  const moved = sliders.flatMap(([name], i): [string, number][] => {
    const value = Number(values[i]);
    return name !== "count" && value === rangeOf(inputs, name).central ? [] : [[name, value]];
  });
  return {...choice, set: Object.fromEntries(moved)};
}

/** The price paths that are compared: every scenario's, and prices that stay as they are. */
export function pathsOf(tables: Tables): PricePath[] {
  const scenarios = tables.scenario.filter(({model}) => model === "chain");
  const paths = scenarios.map((row) => ({
    name: textIn(row, "title"),
    terms: termsIn(tables, textIn(row, "name")),
    flat: false
  }));
  return [...paths, {name: "Prices stay as they are", terms: paths[0]!.terms, flat: true}];
}

/** Whether the project pays, in two sentences. */
export function verdict(one: Case, spreads: readonly Spread[]): Sentence {
  const {irr, npv, cover} = one.appraisal;
  const [rate, hurdle] = [only(irr), termOf(one, "cost_of_equity")];
  const earned = Number.isFinite(rate)
    ? say`Owners earn ${cited(range({central: rate, ...rangeIn(spreads, "irr")}, "share"), ofMeasure("irr"))} a year`
    : "Owners have no single return";
  const asked = cited(share(hurdle), ofProject("cost_of_equity"));
  const judged = say`the central value is ${npv >= 0 ? "more" : "less"} than the ${asked} that they ask for`;
  const covenant =
    cover.breaches.length === 0
      ? "The covenant holds throughout."
      : say`Lenders see their covenant broken in ${cited(String(cover.breaches.length), ofCovenant())} months.`;
  return say`${earned}; ${judged}. ${covenant}`;
}
