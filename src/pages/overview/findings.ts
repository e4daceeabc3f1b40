import {html} from "htl";
import {monthsOf} from "../../components/rows/filter.js";
import type {RowsOf} from "../../components/rows/table-types.js";
import {centralText} from "../../components/words/format.js";
import {headlineFigure} from "../../components/words/headline-figure.js";
import type {Layer} from "../../components/words/layer.js";
import type {Sentence} from "../../components/words/sentence.js";
import {servingBody, servingCost, servingTitle} from "./serving.js";
import {shareOfSpending, spendingBody, spendingTitle} from "./spending.js";
import {dollarBar, strip} from "./strip.js";
import {inMonth} from "./words.js";
import {worthBody, worthTitle} from "./worth.js";

/** Three findings side by side, of the headline figures of a scenario and of its payments in a month. */
export function findings(path: RowsOf<"headline">, payments: RowsOf<"flow">, month: string): HTMLElement {
  const quotes = inMonth(path, month);
  return html`<div class="findings">${worth(quotes)} ${serving(path, month)} ${spending(payments, quotes)}</div>`;
}

function worth(quotes: RowsOf<"headline">): HTMLElement {
  const ratio = headlineFigure(quotes, "value_per_cost");
  const picture = strip(ratio, most([ratio, {high: 1}]), {at: 1, label: "output = cost"});
  return finding("value", worthTitle(quotes), picture, [...worthBody(quotes)]);
}

/** From the month to the last one; from the first where the last is chosen. */
function serving(path: RowsOf<"headline">, month: string): HTMLElement {
  const [first, last] = [monthsOf(path)[0], monthsOf(path).at(-1)];
  const earlier = inMonth(path, month === last ? first : month);
  const later = inMonth(path, last);
  const costs = [servingCost(earlier), servingCost(later)];
  const rows = costs.map((cost) => {
    return html.fragment`<span>${cost.month.slice(-4)}</span>${strip(cost, most(costs))}<b>${centralText(cost)}</b>`;
  });
  const picture = html`<div class="strips">${rows}</div>`;
  return finding("inference", servingTitle(earlier, later), picture, [...servingBody(earlier, later)]);
}

function spending(payments: RowsOf<"flow">, quotes: RowsOf<"headline">): HTMLElement {
  const tokens = shareOfSpending(payments, "Applications", "tokens");
  const hours = shareOfSpending(payments, "Providers", "GPU-hours");
  const picture = dollarBar([
    {name: "other", share: 1 - tokens},
    {name: "tokens", share: tokens - hours},
    {name: "hours", share: hours}
  ]);
  const body = spendingBody(payments, quotes);
  return finding("neocloud", spendingTitle(payments), picture, [
    html`${keyTo("tokens")}${body.tokens} ${keyTo("hours")}${body.hours} ${body.rest}`
  ]);
}

/** The colour of a part of the dollar; spaces that do not break hold it to its words. */
function keyTo(part: string): DocumentFragment {
  return html.fragment`<i class=${`dollar-key dollar-${part}`}>&nbsp;</i>&nbsp;`;
}

/** The words say all that the picture shows. */
function finding(layer: Layer, title: Sentence, picture: Element, words: readonly (string | Node)[]): HTMLElement {
  return html`<div class="card finding" data-layer=${layer}>
    <h2>${title}</h2>
    <div aria-hidden="true">${picture}</div>
    <p>${words}</p>
  </div>`;
}

function most(ranges: readonly {high?: number}[]): number {
  return Math.max(...ranges.map(({high = 0}) => high));
}
