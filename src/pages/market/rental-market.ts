import {contractName, sellersName} from "../../components/words/row-name.js";
import type {Interval} from "../../components/charts/intervals.js";
import type {Option} from "../../components/form/controls.js";
import {amount, range} from "../../components/words/format.js";
import {recordOf} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {capital} from "../../components/words/count.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cite, joined, say, type Sentence} from "../../components/words/sentence.js";
import type {RowOf} from "../../components/rows/table-types.js";

/** The kinds of contract, those with most quotes first. */
export function contractOptions(levels: readonly RowOf<"rental_level">[]): Option[] {
  const counts = new Map<string, number>();
  for (const row of levels) {
    const contract = textIn(row, "contract");
    counts.set(contract, (counts.get(contract) ?? 0) + numberIn(row, "quotes"));
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => ({value, title: contractName(value)}));
}

/** The classes of seller that quote a kind of contract. */
export function sellerOptions(levels: readonly RowOf<"rental_level">[]): Option[] {
  const sellers = [...new Set(levels.map((row) => textIn(row, "seller")))].sort();
  return sellers.map((value) => ({value, title: capital(sellersName(value))}));
}

/** Levels of one kind of contract and class of seller by accelerator, with the chain's own price and cost. */
export function levelSpans(levels: readonly RowOf<"rental_level">[], contract: string, seller: string): Interval[] {
  return pickLevels(levels, contract, seller).map((row) => ({
    label:
      `${textIn(row, "accelerator").toUpperCase()} ` +
      `(${textIn(row, "quotes")}${row.current === 1 ? "" : ", older"})`,
    low: numberIn(row, "low"),
    middle: numberIn(row, "median"),
    high: numberIn(row, "high"),
    color: layerColor("neocloud"),
    marks: [
      {name: "chain's price", value: numberIn(row, "chain_price"), color: "var(--layer-value)"},
      {name: "chain's cost", value: numberIn(row, "chain_cost"), color: "var(--layer-materials)"}
    ].filter(({value}) => Number.isFinite(value)),
    origin: recordOf(row, "median"),
    tip: [
      `${textIn(row, "accelerator")}, ${contract}`,
      range({central: numberIn(row, "median"), low: numberIn(row, "low"), high: numberIn(row, "high")}, "USD"),
      `${amount(numberIn(row, "quotes"), "quote")}, ${textIn(row, "first")} to ${textIn(row, "last")}`
    ].join("\n")
  }));
}

/** The rows of one kind of contract and class of seller, most expensive first. */
export function pickLevels(
  levels: readonly RowOf<"rental_level">[],
  contract: string,
  seller: string
): RowOf<"rental_level">[] {
  return levels
    .filter((row) => textIn(row, "contract") === contract && textIn(row, "seller") === seller)
    .sort((a, b) => numberIn(b, "median") - numberIn(a, "median"));
}

/** What the same accelerator costs on other contracts, in words. */
export function contractsInWords(levels: readonly RowOf<"rental_level">[], accelerator: string): Sentence {
  const own = levels.filter((row) => textIn(row, "accelerator") === accelerator && textIn(row, "seller") === "all");
  const words = own
    .sort((a, b) => numberIn(b, "median") - numberIn(a, "median"))
    .map(
      (row) =>
        say`${contractName(textIn(row, "contract"))} ${cite(row, "median", "USD")}
          (${amount(numberIn(row, "quotes"), "quote")})`
    );
  return say`Median price of an ${accelerator.toUpperCase()}-hour over the last twelve months: ${joined(words, ", ")}.`;
}
