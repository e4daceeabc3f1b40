import {withLimits, type LimitEntry} from "../../lib/optimise/limits.js";
import type {Goal, PlanOptions} from "../../lib/optimise/plan/types.js";
import type {PlanData, PlanLimits} from "../../lib/optimise/plan/data.js";
import {latencies} from "../../lib/optimise/plan/default.js";
import {type Control, numberInput as numberField, type Option} from "../../components/form/controls.js";
import {share} from "../../components/words/format.js";
import {numberInput} from "../../components/form/number-input.js";
import {textInput} from "./text-input.js";

/** What a reader asks for. */
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

type Part = (typeof parts)[number][0];

const parts = [
  ["power", "Power"],
  ["capital", "Capital"],
  ["memory", "HBM"],
  ["rent", "To be rented"]
] as const;

/** What a plan may be best at. */
export const goalOptions: Option<Goal>[] = [
  {value: "npv", title: "earn most money (NPV)"},
  {value: "value", title: "gain most output, less its cost"},
  {value: "cost", title: "serve all that is asked at least cost"}
];

/** The limits on latency to choose from. */
export const latencyOptions: Option[] = latencies.map((ratio) => ({
  value: String(ratio),
  title: ratio === 1 ? "as stated" : ratio < 1 ? `${share(ratio)} of the time` : `${ratio} times as long`
}));

/** Sliders for parts of the assumed limits, and fields for what has none. */
export function limitInputs(): Control[] {
  return [
    ...parts.map(([name, label]) => numberInput(name, label, {min: 0.05, max: 2, step: 0.05, value: 1, format: share})),
    numberField("carbon", "Greenhouse gas", {min: 0, max: 1e6, start: "", unit: "kt at most", placeholder: "no limit"}),
    numberField("service", "Serve at least", {min: 0, max: 100, start: "", unit: "%", placeholder: "0"}),
    textInput("limits", "Other limits", "power[virginia]=5 capital[2028]=1e9")
  ];
}

/** The question from the values of `limitInputs`. */
export function questionOf(
  scenario: string,
  goal: Goal,
  latency: string,
  [power, capital, memory, rent, carbon = "", service = "", own = ""]: readonly string[]
): Question {
  const part = {power: Number(power), capital: Number(capital), memory: Number(memory), rent: Number(rent)};
  return {scenario, goal, latency: Number(latency), parts: part, carbon, service, own: own.trim()};
}

/** Whether the site has the answer already. */
export function isFirst({goal, latency, parts, own, carbon, service}: Question): boolean {
  const all = Object.values(parts).every((part) => part === 1);
  return goal === "npv" && latency === 1 && all && own === "" && carbon === "" && service === "";
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
