/** A central value with its range; a value known exactly has none. */
export interface Range {
  central: number;
  low?: number;
  high?: number;
}

interface Scale {
  factor: number;
  /** What follows the number. */
  label: string;
}

const steps = [1e15, 1e12, 1e9, 1e6, 1e3];
const words = ["quadrillion", "T", "B", "M", "k"];
const prefixes = ["P", "T", "G", "M", "k"];
const prefixed = /^([kMGTP]?)(Wh|W|J|gCO2e|g|L|B|FLOP|tok)(?=$|[/-])/;

/** `1.23 B USD`, `450 MW`, `12.3%`: three digits, SI prefixes on physical units, words on money and counts. */
export function amount(value: number, unit = ""): string {
  if (!Number.isFinite(value)) return "unknown";
  const {factor, label} = scaleOf(value, unit);
  return `${digits(value / factor, 3)}${label}`;
}

/** `1.2 (0.8 to 1.9) B USD`: two digits, one prefix for all three. */
export function range(value: Range, unit = ""): string {
  const {central, low, high} = value;
  if (!hasRange(value)) return amount(central, unit);
  const {factor, label} = scaleOf(central, unit);
  const [middle, from, to] = [central, low, high].map((part) => digits((part ?? NaN) / factor, 2));
  return `${middle ?? ""} (${from ?? ""} to ${to ?? ""})${label}`;
}

/** `0.8 to 1.9 B USD`, in the prefix of the central value; nothing when the value is exact. */
export function interval(value: Range, unit = ""): string {
  if (!hasRange(value)) return "";
  const {factor, label} = scaleOf(value.central, unit);
  const [from, to] = [value.low, value.high].map((part) => digits((part ?? NaN) / factor, 2));
  return `${from ?? ""} to ${to ?? ""}${label}`;
}

/** US dollars: `1.23 B USD`. */
export function usd(value: number): string {
  return amount(value, "USD");
}

/** A ratio of 0..1 as percent. */
export function share(value: number): string {
  return amount(value, "share");
}

/**
 * A number as a table shows it: up to six digits, grouped from 10,000 so that a year stays a year; empty when missing.
 */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== "number") return typeof value === "string" ? value : JSON.stringify(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return grouped.format(value);
  return digits(value, 6);
}

/** A number as a narrow cell shows it: four digits, all of a whole number's, grouped from 10,000. */
export function short(value: number | string): string {
  if (typeof value === "string" || Number.isInteger(value)) return cell(value);
  return Math.abs(value) >= 9999.5 ? grouped.format(Math.round(value)) : digits(value, 4);
}

function hasRange({low, high}: Range): boolean {
  return low !== undefined && high !== undefined && low !== high;
}

function scaleOf(value: number, unit: string): Scale {
  if (unit === "share") return {factor: 0.01, label: "%"};
  const physical = prefixed.exec(unit);
  if (!physical) return {factor: step(value, words).factor, label: join(step(value, words).label, unit)};
  const [whole, prefix = "", base = ""] = physical;
  const given = prefix === "" ? 1 : (steps[prefixes.indexOf(prefix)] ?? 1);
  const {factor, label} = step(value * given, prefixes);
  return {factor: factor / given, label: ` ${label}${base}${unit.slice(whole.length)}`};
}

function join(word: string, unit: string): string {
  return [word, unit === "1" ? "" : unit].map((part) => (part === "" ? "" : ` ${part}`)).join("");
}

function step(value: number, labels: readonly string[]): Scale {
  const index = steps.findIndex((factor) => Math.abs(value) >= factor * 0.9995);
  return index < 0 ? {factor: 1, label: ""} : {factor: steps[index]!, label: labels[index]!};
}

/** A number with so many significant digits, grouped. */
export function digits(value: number, count: number): string {
  const wide = Math.abs(value) >= 10 ** count;
  const small = value !== 0 && Math.abs(value) < 1e-4;
  if (small) return value.toExponential(count - 1);
  return (wide ? whole : significant(count)).format(value);
}

// Formatters are kept: making one takes longer than writing a hundred numbers.
const grouped = new Intl.NumberFormat("en-US", {useGrouping: "min2"});
const whole = new Intl.NumberFormat("en-US", {maximumFractionDigits: 0});
const formatters = new Map<number, Intl.NumberFormat>();

function significant(count: number): Intl.NumberFormat {
  const known = formatters.get(count) ?? new Intl.NumberFormat("en-US", {maximumSignificantDigits: count});
  formatters.set(count, known);
  return known;
}
