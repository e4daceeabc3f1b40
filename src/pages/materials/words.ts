import {group} from "d3";
import {html} from "htl";
import type {Bar} from "../../components/charts/bars.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import type {Accelerator} from "./data.js";
import {capital} from "../../components/words/count.js";
import {amount, digits} from "../../components/words/format.js";
import {cite, joined, say, type Sentence} from "../../components/words/sentence.js";
import {inputs, type Part} from "./inputs.js";

/** What an accelerator costs to make and sells for, in a sentence. */
export function costAgainstPrice(accelerator: Accelerator): Sentence {
  const cost = cite(accelerator, "cost_to_make", "USD");
  const price = cite(accelerator, "unit_price", "USD");
  const name = textIn(accelerator, "name");
  return numberIn(accelerator, "vendor_margin") >= 0
    ? say`The ${name} costs ${cost} to make and sells for ${price}, a gross margin of
        ${cite(accelerator, "vendor_margin", "share")} for the vendor`
    : say`The ${name} would cost ${cost} to make today and sells for less, ${price}; its note under Assumptions
      says why`;
}

/** What an accelerator costs to make and sells for, in a short sentence. */
export function costFinding(accelerator: Accelerator): Sentence {
  return say`The ${textIn(accelerator, "name")} costs ${cite(accelerator, "cost_to_make", "USD")} to make and sells for
    ${cite(accelerator, "unit_price", "USD")}`;
}

/** The vendor's share of the price, in a short sentence; nothing where it loses. */
export function vendorFinding(accelerator: Accelerator): Sentence | undefined {
  if (!(numberIn(accelerator, "vendor_margin") > 0)) return undefined;
  return say`${cite(accelerator, "vendor_margin", "share")} of the price is the vendor's gross margin`;
}

/** How far regions are apart by a measure, in a short sentence; nothing where they are not, or the lowest is none. */
export function regionFinding(title: string, bars: readonly Bar[]): string | undefined {
  const [lowest, highest] = [bars[0], bars.at(-1)];
  if (!lowest || !highest || !(lowest.value > 0)) return undefined;
  const ratio = highest.value / lowest.value;
  if (!(ratio > 1.05)) return undefined;
  return `${title}: ${digits(ratio, 2)} times as high in ${highest.label} as in ${lowest.label}`;
}

/** The parts of a month in a sentence: `Water: 10.9 k generating electricity, 1.02 k cooling on site.` */
export function partsInWords(now: RowOf<"economy">, title: string, columns: readonly Part[], unit = ""): Sentence {
  const parts = columns.map(({column, name}) => say`${cite(now, column, unit)} ${name}`);
  return say`${title}: ${joined(parts, ", ")}.`;
}

/** The sources of greenhouse gas in a sentence. */
export function carbonInWords(now: RowOf<"economy">): Sentence {
  return partsInWords(now, "Emissions by source", inputs.at(-1)!.columns, "tCO2e/month");
}

/** The lowest and the highest bar in a sentence. */
export function rangeOfBars(bars: readonly Bar[], unit: string): string {
  const lowest = bars[0];
  const highest = bars.at(-1);
  if (!lowest || !highest) return "No regions.";
  return `From ${amount(lowest.value, unit)} in ${lowest.label} to ${amount(highest.value, unit)} in ${highest.label}.`;
}

/** An accelerator and why something is not known of it. */
export interface Unknown {
  accelerator: string;
  reason: string;
}

/** Why accelerators have no cost to make: the first reason of each. */
export function unknownCosts(
  missing: readonly Pick<RowOf<"missing">, "table" | "column" | "key" | "reason">[],
  accelerators: readonly Accelerator[]
): Unknown[] {
  const names = new Map(accelerators.map((row) => [row.key, textIn(row, "name")]));
  return missing
    .filter(({table, column}) => table === "accelerator" && column === "cost_to_make")
    .map((row) => ({accelerator: names.get(textIn(row, "key")) ?? textIn(row, "key"), reason: textIn(row, "reason")}));
}

/** `packaging cost not available`: a reason in words, which names the cell where it begins. */
function whyUnknown(reason: string): string {
  const column = /^\w+\[[^\]]+\]\.(\w+)/.exec(reason)?.[1];
  return column === undefined ? reason : `${column.replaceAll("_", " ")} not available`;
}

/** Why something is not known of accelerators: a list of reasons, each with its accelerators. */
export function reasons(unknown: readonly Unknown[]): HTMLElement {
  const groups = [...group(unknown, ({reason}) => whyUnknown(reason))];
  return html`<ul>
    ${groups.map(([why, some]) => html`<li>${capital(why)}: ${namesIn(some)}</li>`)}
  </ul>`;
}

function namesIn(unknown: readonly Unknown[]): string {
  return unknown.map(({accelerator}) => accelerator).join(", ");
}
