import {fail, knownNames, quoted} from "./error.js";
import {pow} from "./power.js";

/** Non-zero exponents of the base dimensions: `{USD: 1, GPU: -1, s: -1}`. */
export type Dimension = Readonly<Record<string, number>>;

/** A unit: its text, its dimension, and its size in base units. */
export interface Unit {
  text: string;
  dimension: Dimension;
  scale: number;
}

/**
 * Parses a unit such as `USD/GPU-hour`, `kWh/month` or `L/kWh`: `-` multiplies, `/` divides by everything up to the
 * next `/`. Throws a `DefinitionError` that shows the unknown symbol and its position.
 */
export function parseUnit(text: string, place = "unit"): Unit {
  const known = cache.get(text);
  if (known) return known;
  const parts = text.split("/").map((part) => part.split("-").map((symbol) => find(symbol.trim(), text, place)));
  const unit = parts.map(product).reduce(quotient);
  cache.set(text, {...unit, text});
  return cache.get(text)!;
}

/** Whether a text is a unit. */
export function isUnit(text: string): boolean {
  try {
    parseUnit(text);
    return true;
  } catch {
    return false;
  }
}

/** The unit `a * b`. */
export function times(a: Unit, b: Unit): Unit {
  return {text: "", dimension: combine(a.dimension, b.dimension, 1), scale: a.scale * b.scale};
}

/** The unit `a / b`. */
export function quotient(a: Unit, b: Unit): Unit {
  return {text: "", dimension: combine(a.dimension, b.dimension, -1), scale: a.scale / b.scale};
}

/** The unit `a ** exponent`. */
export function power(a: Unit, exponent: number): Unit {
  const dimension = Object.fromEntries(Object.entries(a.dimension).map(([base, n]) => [base, n * exponent]));
  return {text: "", dimension: exponent === 0 ? {} : dimension, scale: pow(a.scale, exponent)};
}

/** The factor that converts numbers from one unit to another. */
export function factor(from: Unit, to: Unit): number {
  return from.scale / to.scale;
}

/** Whether two units have the same dimension. */
export function commensurable(a: Unit, b: Unit): boolean {
  return dimensionText(a.dimension) === dimensionText(b.dimension);
}

/** A dimension in base units, for messages: `USD·GPU^-1·s^-1`, or `1` for a pure number. */
export function dimensionText(dimension: Dimension): string {
  const factors = Object.entries(dimension).sort(([a], [b]) => (a < b ? -1 : 1));
  return factors.map(([base, n]) => (n === 1 ? base : `${base}^${n}`)).join("·") || "1";
}

/** The unit of a pure number. */
export const one: Unit = {text: "1", dimension: {}, scale: 1};

/** A pure number in 0..1, checked in every run. */
export const SHARE = "share";

const HOUR = 3600;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;

const symbols = new Map<string, [dimension: Dimension, scale: number]>([
  ["1", [{}, 1]],
  [SHARE, [{}, 1]],
  ...multiples("USD", {USD: 1}, {"": 1, M: 1e6, G: 1e9}),
  ...["FTE", "user", "wafer", "die", "defect"].map((symbol): [string, [Dimension, number]] => [
    symbol,
    [{[symbol]: 1}, 1]
  ]),
  // Labels of plain counts, without dimension.
  ...["request", "layer", "head", "expert"].map((symbol): [string, [Dimension, number]] => [symbol, [{}, 1]]),
  ...multiples("GPU", {GPU: 1}, {"": 1, k: 1e3}),
  ...multiples("token", {token: 1}, {"": 1}),
  ...multiples("tok", {token: 1}, {k: 1e3, M: 1e6, G: 1e9, T: 1e12}),
  ...multiples("param", {param: 1}, {"": 1, G: 1e9, T: 1e12}),
  ...multiples("B", {B: 1}, {"": 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12}),
  ["bit", [{B: 1}, 1 / 8]],
  ...multiples("FLOP", {FLOP: 1}, {"": 1, G: 1e9, T: 1e12, P: 1e15}),
  ...multiples("s", {s: 1}, {"": 1, m: 1e-3, u: 1e-6}),
  ["min", [{s: 1}, 60]],
  ["hour", [{s: 1}, HOUR]],
  ["day", [{s: 1}, DAY]],
  ["week", [{s: 1}, 7 * DAY]],
  ["month", [{s: 1}, YEAR / 12]],
  ["month30", [{s: 1}, 30 * DAY]],
  ["yr", [{s: 1}, YEAR]],
  ...multiples("J", {J: 1}, {"": 1, M: 1e6, G: 1e9}),
  ...multiples("W", {J: 1, s: -1}, {"": 1, k: 1e3, M: 1e6, G: 1e9}),
  ...multiples("Wh", {J: 1}, {"": HOUR, k: 1e3 * HOUR, M: 1e6 * HOUR, G: 1e9 * HOUR, T: 1e12 * HOUR}),
  ...multiples("m", {m: 1}, {"": 1, c: 1e-2, m: 1e-3}),
  ["mm2", [{m: 2}, 1e-6]],
  ["cm2", [{m: 2}, 1e-4]],
  ["m2", [{m: 2}, 1]],
  ["sqft", [{m: 2}, 0.09290304]],
  ...multiples("L", {m: 3}, {"": 1e-3, m: 1e-6, M: 1e3, G: 1e6}),
  ["m3", [{m: 3}, 1]],
  ["gal", [{m: 3}, 0.003785411784]],
  ...multiples("g", {kg: 1}, {"": 1e-3, k: 1}),
  ["t", [{kg: 1}, 1e3]],
  ...multiples("CO2e", {CO2e: 1}, {g: 1e-3, kg: 1, t: 1e3, kt: 1e6})
]);

const cache = new Map<string, Unit>();

function multiples(
  symbol: string,
  dimension: Dimension,
  scales: Record<string, number>
): [string, [Dimension, number]][] {
  return Object.entries(scales).map(([prefix, scale]) => [prefix + symbol, [dimension, scale]]);
}

function find(symbol: string, text: string, place: string): Unit {
  const found = symbols.get(symbol);
  if (found) return {text: symbol, dimension: found[0], scale: found[1]};
  const start = Math.max(0, text.indexOf(symbol));
  const hints = knownNames("unit", symbol, symbols.keys());
  return fail({place, problem: `unknown unit ${quoted(symbol)}`, text, start, end: start + symbol.length, hints});
}

function product(units: Unit[]): Unit {
  return units.reduce(times, one);
}

function combine(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  const sum: Record<string, number> = {...a};
  for (const [base, n] of Object.entries(b)) sum[base] = (sum[base] ?? 0) + sign * n;
  return Object.fromEntries(Object.entries(sum).filter(([, n]) => n !== 0));
}
