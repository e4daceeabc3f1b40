import {quoted} from "../../lib/export/sql/identifier.js";
import {withLimits, type LimitEntry} from "../../lib/optimise/limits.js";
import type {Goal, PlanOptions} from "../../lib/optimise/plan/types.js";
import type {PlanData, PlanLimits} from "../../lib/optimise/plan/data.js";
import {latencies} from "../../lib/optimise/plan/default.js";
import type {Control, Option} from "../../components/form/controls.js";
import type {FigureQuery} from "../../components/figure/figure-query.js";
import {form} from "../../components/form/form.js";
import {textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {share} from "../../components/words/format.js";
import {numberField} from "../../components/form/number-field.js";
import {numberInput} from "../../components/form/number-input.js";
import {textInput} from "./text-input.js";

/** Which plan a reader wants. */
export interface Question {
  scenario: string;
  goal: Goal;
  latency: number;
  /** Shares of the assumed limits that there are. */
  parts: Record<Part, number>;
  /** Limits as they are typed, split at blanks. */
  own: string;
  /** Greenhouse gas of all years in kt, and the share that must be served in percent; empty where there is no limit. */
  carbon: string;
  service: string;
}

type Part = "power" | "capital" | "memory" | "rent";

/** What a plan may be best at. */
export const goalOptions: Option<Goal>[] = [
  {value: "npv", title: "maximise profit (NPV)"},
  {value: "value", title: "maximise output less cost"},
  {value: "cost", title: "meet all demand at minimum cost"}
];

/** The limits on latency to choose from. */
export const latencyOptions: Option[] = latencies.map((ratio) => ({
  value: String(ratio),
  title:
    ratio === 1 ? "as stated" : ratio < 1 ? `${share(ratio)} of the stated limit` : `${ratio} times the stated limit`
}));

/** The years of a plan to choose from. */
export function yearOptions(actions: readonly RowOf<"plan_action">[]): Option[] {
  const years = [...new Set(actions.map((row) => textIn(row, "year")))].sort();
  return years.map((year) => ({value: year, title: year}));
}

/** The form for limits: sliders for parts of the assumed limits, and fields for what has none. */
export function limitForm() {
  return form({
    power: partInput("power", "Power"),
    capital: partInput("capital", "Capital"),
    memory: partInput("memory", "HBM"),
    rent: partInput("rent", "Available to rent"),
    carbon: numberField("carbon", "Emissions cap", carbonField),
    service: numberField("service", "Minimum fill rate", serviceField),
    own: textInput("limits", "Other constraints", "power[virginia]=5 capital[2028]=1e9")
  });
}

/** The values of `limitForm`. */
export type LimitValues = ReturnType<typeof limitForm>["value"];

function partInput(name: Part, label: string): Control {
  return numberInput(name, label, {min: 0.05, max: 2, step: 0.05, value: 1, format: share});
}

const carbonField = {min: 0, max: 1e6, start: "", unit: "kt CO₂e", placeholder: "no cap"} as const;
const serviceField = {min: 0, max: 100, start: "", unit: "%", placeholder: "0"} as const;

/** The question from the values of the page's controls. */
export function questionOf({scenario, goal, latency, limits}: QuestionValues): Question {
  const {carbon, service, own} = limits;
  const parts = {
    power: Number(limits.power),
    capital: Number(limits.capital),
    memory: Number(limits.memory),
    rent: Number(limits.rent)
  };
  return {scenario, goal, latency: Number(latency), parts, carbon, service, own: own.trim()};
}

/** The values of the page's controls. */
export interface QuestionValues {
  scenario: string;
  goal: Goal;
  latency: string;
  limits: LimitValues;
}

/** Whether the site has the answer already. */
export function isFirst({goal, latency, parts, own, carbon, service}: Question): boolean {
  const all = Object.values(parts).every((part) => part === 1);
  return goal === "npv" && latency === 1 && all && own === "" && carbon === "" && service === "";
}

/** The query of rows of a published plan, a text that ends with a condition; other plans stand in no table. */
export function planQuery(question: Question, sql: string): FigureQuery {
  if (!isFirst(question)) return {made: "solved on this page for your goal and limits"};
  return {sql: `${sql} AND scenario = ${quoted(question.scenario)}`};
}

/** The options of a plan. Throws an `InputError` for a limit that can't be read. */
export function optionsOf(data: PlanData, {goal, latency, parts, own, carbon, service}: Question): PlanOptions {
  const {limits} = data;
  const given: PlanLimits = {
    ...limits,
    power: scaledRegions(limits.power, parts.power),
    rent: scaledRegions(limits.rent, parts.rent),
    memory: scaledYears(limits.memory, parts.memory),
    capital: scaledYears(limits.capital, parts.capital),
    carbon: carbon === "" ? null : 1000 * Number(carbon),
    service: service === "" ? null : Number(service) / 100
  };
  return {goal, latency, limits: withLimits(data, entriesOf(own), given)};
}

function entriesOf(own: string): LimitEntry[] {
  const words = own.split(/\s+/).filter((word) => word !== "");
  return words.map((word) => {
    const at = word.indexOf("=");
    return {cell: at < 0 ? word : word.slice(0, at), value: at < 0 ? "" : word.slice(at + 1), place: word};
  });
}

function scaledYears(years: readonly number[], part: number): number[] {
  return years.map((most) => most * part);
}

function scaledRegions(regions: Readonly<Record<string, readonly number[]>>, part: number): Record<string, number[]> {
  return Object.fromEntries(Object.entries(regions).map(([region, years]) => [region, scaledYears(years, part)]));
}
