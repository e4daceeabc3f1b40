import {boundedNumber, type NumberBounds} from "../../lib/sheet/bounded-number.js";
import {monthsOf} from "../../lib/sheet/inputs.js";

/** An amount from a month on, YYYY-MM. */
export interface Step {
  date: string;
  amount: number;
}

/**
 * Power in MW from a month on, as `2027-07=10 2028-01=20MW`; one amount alone, `20 MW`, is there from the `first` month
 * on. Undefined for anything else.
 */
export function powerSteps(text: string, first: string): Step[] | undefined {
  return stepsIn(text.replaceAll(/\s*MW\b/gi, ""), first, {min: 0, max: 1e5});
}

/** Output tokens a month from a month on, as `2027-07=100B 2028-01=1.5T`, or `100B` alone. */
export function demandSteps(text: string, first: string): Step[] | undefined {
  return stepsIn(text, first, {min: 0, max: 1e18});
}

function stepsIn(text: string, first: string, bounds: NumberBounds): Step[] | undefined {
  const parts = text.trim().split(/[\s;]+/);
  const dated = parts.length === 1 && !text.includes("=") ? [`${first}=${parts[0]!}`] : parts;
  const read = dated.map((part) => {
    const [, date = "", amount = ""] = /^(\d{4}-\d{2})=(.+)$/.exec(part) ?? [];
    const number = boundedNumber(amount, bounds);
    return !Number.isNaN(monthsOf(date)) && "value" in number ? {date, amount: number.value} : undefined;
  });
  return read.every((step) => step !== undefined) ? read : undefined;
}
