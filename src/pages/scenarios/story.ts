import {capital, lower} from "../../components/words/count.js";
import {amount, share} from "../../components/words/format.js";
import {monthName} from "../../components/words/month.js";

/** A cell of a table of one row, in a month of a run, counted from 0. */
export type CellAt = (table: "economy" | "market", column: string, month: number) => number;

/** A scenario whose run is told of. */
export interface Told {
  title: string;
  at: CellAt;
}

/** A quantity or a price on the way from inputs to output, in two scenarios. */
export interface StoryLine {
  step: StoryStep;
  what: string;
  unit: string;
  from: number;
  to: number;
  /** Relative; NaN from zero. */
  change: number;
}

export type StoryStep = "capacity" | "GPU-hours" | "tokens" | "use and output";

interface Stop {
  step: StoryStep;
  /** `table.column` */
  of: `${"economy" | "market"}.${string}`;
  what: string;
  unit: string;
}

/** The way from capacity to output, in the order in which one moves the next. */
const way: readonly Stop[] = [
  {step: "capacity", of: "market.power_premium", what: "price of a site with power, normal times = 1", unit: "1"},
  {step: "capacity", of: "market.memory_scarcity", what: "price of memory, normal times = 1", unit: "1"},
  {step: "capacity", of: "economy.gpus", what: "accelerators", unit: "GPU"},
  {step: "GPU-hours", of: "economy.allocatable_hours", what: "supply of GPU-hours", unit: "GPU-hour/month"},
  {step: "GPU-hours", of: "economy.demanded_hours", what: "demand for GPU-hours", unit: "GPU-hour/month"},
  {step: "GPU-hours", of: "economy.balance", what: "demand over supply", unit: "1"},
  {step: "GPU-hours", of: "economy.price_per_gpu_hour", what: "price of a GPU-hour", unit: "USD/GPU-hour"},
  {step: "tokens", of: "economy.energy_per_token", what: "energy per token", unit: "J/token"},
  {step: "tokens", of: "economy.cost_per_token", what: "cost of a million tokens", unit: "USD/Mtok"},
  {step: "tokens", of: "economy.price_per_token", what: "price of a million tokens", unit: "USD/Mtok"},
  {step: "tokens", of: "economy.tokens", what: "tokens", unit: "Mtok/month"},
  {step: "use and output", of: "economy.users", what: "users", unit: "user"},
  {step: "use and output", of: "economy.application_revenue", what: "user spending", unit: "USD/month"},
  {step: "use and output", of: "economy.productivity_value", what: "additional output", unit: "USD/month"},
  {step: "use and output", of: "economy.resource_cost", what: "cost of the chain", unit: "USD/month"},
  {step: "use and output", of: "economy.value_per_cost", what: "output per dollar of cost", unit: "1"}
];

/** What moves between two scenarios in a month, along the way from capacity to output. */
export function storyLines(from: Told, to: Told, month: number): StoryLine[] {
  return way.map(({step, of, what, unit}) => {
    const [table, column] = of.split(".") as ["economy", string];
    const [before, after] = [from, to].map(({at}) => at(table, column, month)) as [number, number];
    return {step, what, unit, from: before, to: after, change: after / before - 1};
  });
}

/** What moves a figure from one scenario to another, as a chain of causes. */
export interface Story {
  /** The changed inputs by how much of the difference they bring, in words, the largest first. */
  inputs: readonly {name: string; part: number}[];
  from: Told;
  to: Told;
  month: number;
  months: number;
  /** First month, YYYY-MM. */
  start: string;
}

/** The story in sentences: inputs, then capacity and its price, tokens and theirs, use and output, then what binds. */
export function storyInWords(story: Story): string[] {
  const {inputs, from, to, month} = story;
  const lines = new Map(storyLines(from, to, month).map((line) => [line.what, line]));
  const moved = (what: string, name = what): string => movedInWords(lines.get(what)!, name);
  const balance = lines.get("demand over supply")!;
  return [
    inputsInWords(inputs, to.title),
    `${capital(moved("demand for GPU-hours"))} and ${moved("supply of GPU-hours")}, so demand is ` +
      `${amount(balance.to)} times supply instead of ${amount(balance.from)}; ` +
      `${moved("price of a GPU-hour", "a GPU-hour's price")}.`,
    `${capital(moved("cost of a million tokens", "the cost of a million tokens"))} and ` +
      `${moved("price of a million tokens", "their price")}${marginInWords(lines)}; ` +
      `${moved("tokens", "use of tokens")}.`,
    `${capital(moved("user spending"))} and ${moved("additional output")}, against ` +
      `${moved("cost of the chain", "a cost of the chain that")}.`,
    constraintsInWords(story)
  ].filter((sentence) => sentence !== "");
}

/** The inputs that have no name of their own are attributed together. */
const OTHERS = "other inputs";

/** As many inputs as a sentence names. */
const NAMED = 4;

function inputsInWords(inputs: Story["inputs"], title: string): string {
  const known = inputs.filter(({name, part}) => Number.isFinite(part) && name !== OTHERS);
  const named = known.slice(0, NAMED);
  if (named.length === 0) return `“${title}” changes no input that moves this figure.`;
  const rest = 1 - named.reduce((sum, {part}) => sum + part, 0);
  const parts = named.map(({name, part}) => `${lower(name)} (${share(part)})`);
  const others = Math.abs(rest) < STILL ? [] : [`all others (${share(rest)})`];
  return `These inputs explain the difference: ${[...parts, ...others].join(", ")}.`;
}

/** Changes that round to nothing. */
const STILL = 5e-4;

function movedInWords({change}: StoryLine, name: string): string {
  if (!Number.isFinite(change) || Math.abs(change) < STILL) return `${name} stays as it is`;
  return `${name} ${change < 0 ? "falls" : "rises"} by ${share(Math.abs(change))}`;
}

/** Whether sellers keep what a lower cost saves, or buyers gain it. */
function marginInWords(lines: ReadonlyMap<string, StoryLine>): string {
  const cost = lines.get("cost of a million tokens")!;
  const price = lines.get("price of a million tokens")!;
  const [before, after] = [price.from / cost.from - 1, price.to / cost.to - 1];
  if (Math.abs(after - before) < 0.005) return `, since sellers keep their margin over cost (${share(after)})`;
  return `, as the margin over cost goes from ${share(before)} to ${share(after)}`;
}

/** A constraint, and whether it binds in a month. */
const constraints: readonly [name: string, binds: (at: CellAt, month: number) => boolean][] = [
  ["GPU-hours are short", (at, month) => at("economy", "balance", month) > 1],
  ["sites with power are short", (at, month) => at("market", "power_share", month) < 1],
  ["memory for accelerators is short", (at, month) => at("market", "memory_share", month) < 1]
];

/** In how many months each constraint binds, where that differs. */
function constraintsInWords({from, to, months, start}: Story): string {
  const bound = constraints.flatMap(([name, binds]) => {
    const [before, after] = [from, to].map(({at}) => monthsThat((month) => binds(at, month), months)) as [
      number[],
      number[]
    ];
    if (before.length === after.length) return [];
    const since = after.length === 0 ? "" : `, first in ${monthAfter(start, after[0]!)}`;
    return [`${name} in ${after.length} of ${months} months instead of ${before.length}${since}`];
  });
  return bound.length === 0 ? "The same constraints bind in both." : `${capital(bound.join("; "))}.`;
}

function monthsThat(test: (month: number) => boolean, months: number): number[] {
  return Array.from({length: months}, (_, month) => month).filter(test);
}

function monthAfter(start: string, months: number): string {
  const [year = 0, month = 1] = start.split("-").map(Number);
  return monthName(new Date(Date.UTC(year, month - 1 + months, 1)));
}
