import {unitWords} from "./unit-words.js";

/** A central value with its range; a value known exactly has none. */
export interface Range {
  central: number;
  low?: number;
  high?: number;
}

interface Scale {
  factor: number;
  /** Text that follows the number. */
  label: string;
}

/** The placeholder for a missing number. */
export const UNKNOWN = "unknown";

/** Between a number and a per cent sign: thin and non-breaking. */
const thin = "\u202f";
const percent: Scale = {factor: 0.01, label: `${thin}%`};
const steps = [1e15, 1e12, 1e9, 1e6, 1e3];
const words = ["quadrillion", "trillion", "billion", "million"];
const suffixes = ["quadrillion", "tn", "bn", "M", "k"];
const prefixes = ["P", "T", "G", "M", "k"];
const prefixed = /^([kMGTP]?)(Wh|W|J|gCO2e|g|B|FLOP)(?=$|[/-])/;

/**
 * `1.23 billion USD a month`, `450 MW`, `12.3 %`: three digits, SI prefixes for physical units, words for money and
 * counts.
 */
export function amount(value: number, unit = ""): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  return scaled(value, scaleOf(value, unit), 3);
}

/** `1.2 billion USD (0.8 to 1.9)`: two digits, one scale for all three. */
export function range(value: Range, unit = ""): string {
  const {low = NaN, high = NaN} = value;
  if (!hasRange(value)) return amount(value.central, unit);
  const scale = scaleOfAll(value, unit);
  const [from, to] = [low, high].map((end) => rounded(end / scale.factor, endDigits(low, high)));
  return `${centralText(value, unit)} (${from!} to ${to!}${scale === percent ? percent.label : ""})`;
}

/** `1.2 billion USD`: the central value alone, as in `range`. */
export function centralText(value: Range, unit = ""): string {
  return hasRange(value) ? scaled(value.central, scaleOfAll(value, unit), 2) : amount(value.central, unit);
}

/** `0.8 to 1.9 billion USD`, on the scale of `range`; empty for an exact value. */
export function interval(value: Range, unit = ""): string {
  const {low = NaN, high = NaN} = value;
  if (!hasRange(value)) return "";
  const scale = scaleOfAll(value, unit);
  const count = endDigits(low, high);
  return `${rounded(low / scale.factor, count)} to ${scaled(high, scale, count)}`;
}

/** Two digits, or three where the ends of a range would otherwise read the same. */
function endDigits(low: number, high: number): number {
  return low.toPrecision(2) === high.toPrecision(2) ? 3 : 2;
}

/** `539 M USD/month`: an amount where space is short, as in a formula. */
export function compact(value: number, unit = ""): string {
  if (!Number.isFinite(value)) return UNKNOWN;
  return ownUnit(unit) === "" ? `${unitless(value)} ${isPure(unit) ? "" : unit}`.trimEnd() : amount(value, unit);
}

/**
 * The part of a unit that must stay with the number if the unit is named elsewhere: SI prefixes and per cent signs need
 * it.
 */
export function ownUnit(unit: string): string {
  return unit === "share" || prefixed.test(unit) ? unit : "";
}

/** The unit in a table's cell: units of tokens stay as well, since millions of tokens would be counted in billions. */
export function cellUnit(unit: string): string {
  return /^[Mk]tok(?=$|\/)/.test(unit) ? unit : ownUnit(unit);
}

/** `1.23 bn`: a number where space is short and the unit is named once, as along an axis. */
export function unitless(value: number): string {
  return Number.isFinite(value) ? scaled(value, spaced(step(value, suffixes)), 3) : UNKNOWN;
}

/** US dollars: `1.23 billion USD`. */
export function usd(value: number): string {
  return amount(value, "USD");
}

/** A ratio of 0..1 in per cent. */
export function share(value: number): string {
  return amount(value, "share");
}

/** A number in a table: up to six digits, grouped from 10,000 so that years are not; empty if missing. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== "number") return typeof value === "string" ? value : JSON.stringify(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return written(grouped, value);
  return digits(value, 6);
}

/** A number as a narrow cell shows it: four digits, all of a whole number's, grouped from 10,000. */
export function short(value: number | string): string {
  if (typeof value === "string" || Number.isInteger(value)) return cell(value);
  return Math.abs(value) >= 9999.5 ? written(grouped, Math.round(value)) : digits(value, 4);
}

function hasRange({low, high}: Range): boolean {
  return low !== undefined && high !== undefined && low !== high;
}

/** The scale of the central value, unless an end of the range would then have more than three digits. */
function scaleOfAll({central, low = NaN, high = NaN}: Range, unit: string): Scale {
  const scale = scaleOf(central, unit);
  const widest = Math.abs(low) > Math.abs(high) ? low : high;
  return Math.abs(widest) / scale.factor < 999.5 ? scale : scaleOf(widest, unit);
}

function scaled(value: number, {factor, label}: Scale, count: number): string {
  return `${rounded(value / factor, count)}${label}`;
}

function scaleOf(value: number, unit: string): Scale {
  if (unit === "share") return percent;
  const physical = prefixed.exec(unit);
  return physical ? physicalScale(value, unit, physical) : wordScale(value, unit);
}

function isPure(unit: string): boolean {
  return unit === "" || unit === "1";
}

function wordScale(value: number, unit: string): Scale {
  const tokens = /^(Mtok|ktok)(?=$|\/)/.exec(unit)?.[1];
  const times = tokens === undefined ? 1 : tokens === "Mtok" ? 1e6 : 1e3;
  const {factor, label} = spaced(step(value * times, words));
  const unitText = unitWords(unit.replace(/^[Mk]tok/, "token"), value === 1);
  return {factor: factor / times, label: unitText === "" ? label : `${label} ${unitText}`};
}

function physicalScale(value: number, unit: string, [whole, prefix = "", base = ""]: readonly string[]): Scale {
  const unitFactor = prefix === "" ? 1 : (steps[prefixes.indexOf(prefix)] ?? 1);
  const {factor, label} = step(value * unitFactor, prefixes);
  return {factor: factor / unitFactor, label: ` ${label}${unitWords(`${base}${unit.slice(whole!.length)}`)}`};
}

function spaced({factor, label}: Scale): Scale {
  return {factor, label: label === "" ? "" : ` ${label}`};
}

function step(value: number, labels: readonly string[]): Scale {
  const index = steps.findIndex((factor, i) => i < labels.length && Math.abs(value) >= factor * 0.9995);
  return index < 0 ? {factor: 1, label: ""} : {factor: steps[index]!, label: labels[index]!};
}

/** A number with at most so many significant digits, then zeros, grouped. */
function rounded(value: number, count: number): string {
  return tiny(value) ? exponential(value, count) : written(significant(count), value);
}

/** A number with so many significant digits, and all of a whole number's, grouped. */
export function digits(value: number, count: number): string {
  if (tiny(value)) return exponential(value, count);
  return written(Math.abs(value) >= 10 ** count ? whole : significant(count), value);
}

/** Uses a minus sign, not a hyphen. */
function written(formatter: Intl.NumberFormat, value: number): string {
  return formatter.format(value).replace("-", "\u2212");
}

function exponential(value: number, count: number): string {
  return value.toExponential(count - 1).replaceAll("-", "\u2212");
}

function tiny(value: number): boolean {
  return value !== 0 && Math.abs(value) < 1e-4;
}

// Formatters are cached: creating one takes longer than formatting a hundred numbers.
const grouped = new Intl.NumberFormat("en-US", {useGrouping: "min2"});
const whole = new Intl.NumberFormat("en-US", {maximumFractionDigits: 0});
const formatters = new Map<number, Intl.NumberFormat>();

function significant(count: number): Intl.NumberFormat {
  const known = formatters.get(count) ?? new Intl.NumberFormat("en-US", {maximumSignificantDigits: count});
  formatters.set(count, known);
  return known;
}
