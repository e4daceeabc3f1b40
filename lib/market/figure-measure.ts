import {isUnit} from "../sheet/unit.js";

/** What is written beside a number: a unit, empty if there is none, and its scale. */
export interface Measure {
  unit: string;
  scale: number;
}

const scales: Readonly<Record<string, number>> = {
  ...{k: 1e3, thousand: 1e3, thousands: 1e3, Tsd: 1e3},
  ...{M: 1e6, mn: 1e6, Mn: 1e6, million: 1e6, millions: 1e6, Mio: 1e6},
  ...{B: 1e9, bn: 1e9, Bn: 1e9, billion: 1e9, billions: 1e9, Mrd: 1e9}
};
const word = `(${Object.keys(scales).join("|")})\\.?`;
const money = new RegExp(`^(?:${word})?\\s*USD\\s*(?:${word})?(/.+)?$`);
const alone = new RegExp(`^${word}$`);
const percentage = /^(?:%|per ?cent|pct\.?)(?:\s+of\s+[a-z -]+|(\/.+))?$/i;
const foreign = /[€£¥₹]|\b(?:T?EUR|GBP|JPY|CNY|INR|CHF|CAD|AUD|Euros?)\b/;

/** Whether a text names a currency other than dollars. */
export function isForeign(text: string): boolean {
  return foreign.test(text);
}

/** Parses `k USD`, `$/kWh`, `USD per GPU-hour`, `%`, `%/month` or `M`; undefined for anything else. */
export function measureOf(text: string): Measure | undefined {
  const plain = withPlainSigns(text);
  if (plain === "") return {unit: "", scale: 1};
  const share = percentage.exec(withoutIn(text));
  if (share) return share[1] === undefined ? {unit: "%", scale: 1} : known(`1${share[1]}`, 0.01);
  const scale = alone.exec(plain)?.[1];
  if (scale !== undefined) return {unit: "", scale: scales[scale]!};
  const found = money.exec(plain);
  if (!found) return known(plain, 1);
  const [, before = "", after = "", rest = ""] = found;
  if (before !== "" && after !== "") return undefined;
  return known(`USD${rest}`, scales[before || after] ?? 1);
}

function withoutIn(text: string): string {
  const bare = /^\((.*)\)$|^\[(.*)\]$/.exec(text.trim());
  return (bare?.[1] ?? bare?.[2] ?? text).trim().replace(/^in\s+/i, "");
}

function withPlainSigns(text: string): string {
  return withoutIn(text)
    .replace(/US\$|\$/g, "USD")
    .replace(/\busd\b/gi, "USD")
    .replace(/\s*(?:\/|\bper\b)\s*/g, "/")
    .replace(/\bGPU[\s-]?h(?:rs?|ours?)?$/, "GPU-hour")
    .replace(/(?<=\/)1,?000,?000 tokens|(?<=\/)million tokens/i, "Mtok")
    .replace(/(?<=[/-])(?:hr?|hours)$/, "hour")
    .replace(/(?<=[/-])(?:year|years|a)$/, "yr")
    .replace(/(?<=[/-])(?:mo|months)$/, "month");
}

function known(unit: string, scale: number): Measure | undefined {
  return isUnit(unit) ? {unit, scale} : undefined;
}

/** A number as written, with what stands before and after it. */
export interface Written {
  number: string;
  measure: Measure;
}

const written = /^([-+\u2212\u2013]?)\s*(US\$|\$|USD)?\s*([-+\u2212\u2013]?[\d.,'’\s]*[\d.](?:e[-+]?\d+)?)\s*(\D.*)?$/i;

/** Parses `$35k` as 35 in thousands of USD; undefined for a text that is not a number with a measure. */
export function writtenNumber(text: string): Written | undefined {
  const [, sign = "", currency = "", digits, rest = ""] = written.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const number = `${sign}${digits.trim()}`;
  if (rest === "%") return {number: `${number} %`, measure: {unit: "", scale: 1}};
  const behind = measureOf(rest);
  if (!behind || (currency !== "" && behind.unit !== "")) return undefined;
  return {number, measure: currency === "" ? behind : {...behind, unit: "USD"}};
}

/** Whether a text starts like a number, contains little else and is not a date. */
export function looksNumeric(text: string): boolean {
  return numeric.test(text) && !dated.test(text);
}

const dated = /^\d{4}-\d\d(?:-\d\d)?$/;
const numeric =
  /^[-+\u2212\u2013]?\s*(?:US\$|[$€£¥₹]|[A-Z]{3}\b)?\s*[-+\u2212\u2013]?[.,]?\d[\d.,'’\s]*\S*(?:\s+\S+)?$/;
