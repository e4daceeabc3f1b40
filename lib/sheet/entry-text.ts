import {typedNumber, type TypedNumber} from "./number.js";
import {commensurable, factor, isUnit, parseUnit} from "./unit.js";

/**
 * Translates a reader's entry for a cell into the model's notation. The sheet shows thousands separators, so `12,000`
 * is twelve thousand here; `12k`, `3M`, `2B` and `1.5T` are numbers; a unit behind the number is converted to the
 * cell's. Anything else is passed on unchanged for the model to check.
 */
export function entryText(text: string, unit: string): string {
  const trimmed = text.trim();
  if (trimmed.startsWith("=")) return trimmed;
  if (currency.test(trimmed)) return trimmed;
  return inUnit(trimmed.replace(thousands, (number) => number.replaceAll(",", "")).replace(worded, scaled), unit);
}

const currency = /[$€£¥₹]/;
const thousands = /(?<![\w,]|(?<!\.)\.)[1-9]\d{0,2}(?:,\d{3})+(?![\d,])/g;
const worded = /(?<![\w,]|(?<!\.)\.)(\d+(?:\.\d+)?)\s?([kMBT])(?![\w/])/g;
const exponents: Readonly<Record<string, string>> = {k: "e3", M: "e6", B: "e9", T: "e12"};

function scaled(_: string, number: string, word: string): string {
  return String(Number(`${number}${exponents[word]}`));
}

/**
 * An entry with its numbers converted from the unit behind them, if any: `72.5 USD/MWh` in USD/kWh is `0.0725`. A text
 * without a unit, with one of another kind or with a number that may be read in two ways is returned unchanged.
 */
export function inUnit(text: string, unit: string): string {
  const [, body, suffix = ""] = /^([-\u2212+\d.,e()\s]*[\d)])\s*([A-Za-z][\w/.-]*)$/.exec(text) ?? [];
  if (body === undefined || /^\d*e$/i.test(suffix)) return text;
  if (!isUnit(suffix) || !isUnit(unit)) return text;
  const [from, to] = [parseUnit(suffix), parseUnit(unit)];
  if (!commensurable(from, to)) return text;
  const by = factor(from, to);
  const values = body.match(numbers)?.map((number) => typedNumber(number)) ?? [];
  if (values.some((typed) => !("value" in typed))) return text;
  return body.replace(numbers, (number) => {
    const typed = typedNumber(number) as TypedNumber;
    return String(Number((typed.value * by).toPrecision(12)));
  });
}

const numbers = /\d+(?:[.,]\d+)*(?:e[-+]?\d+)?/gi;
