import {html} from "htl";
import {rowOf} from "../../lib/sheet/address.js";
import {amount, share} from "../words/format.js";
import {unitWords} from "../words/unit-words.js";

/** From one scenario's value of a figure to another's, change by change. */
export interface Waterfall {
  unit: string;
  from: WaterfallEnd;
  to: WaterfallEnd;
  /** The contribution of each changed input. */
  steps: readonly {input: string; amount: number}[];
}

export interface WaterfallEnd {
  label: string;
  value: number;
  /** Makes the number a link. */
  link?: (element: HTMLElement) => HTMLElement;
}

/** The bars of a waterfall, largest contributions first; clicking one returns its input. */
export function waterfall({unit, from, to, steps}: Waterfall, go: (input: string) => void): HTMLElement[] {
  const sorted = steps.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const total = sorted.reduce((sum, step) => sum + step.amount, 0);
  let at = from.value;
  const placed = sorted.map(({input, amount: by}) => ({input, by, start: at, end: (at += by)}));
  const x = scaleOver([from.value, to.value, ...placed.map(({end}) => end)]);
  const part = (by: number): string => (total === 0 ? "" : String(by / total));
  return [
    html`<small class="tf-amount-unit">${unitWords(unit)}</small>`,
    endBar(from, x),
    ...placed.map(
      ({input, by, start, end}) =>
        html`<button
          type="button"
          class="tf-amount"
          data-share=${part(by)}
          title=${`${input}${total === 0 ? "" : `: ${share(by / total)} of the difference`}`}
          ${{onclick: () => go(input)}}
        >
          <span>${labelOf(input)}</span>${bar(x(start), x(end), by > 0 ? "up" : "down")}<span
            class=${by > 0 ? "up" : "down"}
            >${by > 0 ? "+" : by < 0 ? "\u2212" : ""}${amount(Math.abs(by))}</span
          >
        </button>`
    ),
    endBar(to, x)
  ];
}

/** Maps values to per cent of a bar's width, with a margin below the minimum. */
function scaleOver(values: readonly number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const reach = high - low || Math.abs(high) || 1;
  return (value) => (100 * (value - low + 0.08 * reach)) / (1.08 * reach);
}

function bar(start: number, end: number, way: string): HTMLElement {
  const element = html`<i class=${way}></i>`;
  element.style.left = `${Math.min(start, end)}%`;
  element.style.width = `${Math.max(0.8, Math.abs(end - start))}%`;
  return html`<span class="tf-amount-track">${element}</span>`;
}

function endBar({label, value, link = (element) => element}: WaterfallEnd, x: (value: number) => number): HTMLElement {
  const number = html`<span>${amount(value)}</span>`;
  return html`<div class="tf-amount tf-amount-end">
    <span title=${label}>${label}</span>${bar(0, x(value), "end")}${link(number)}
  </div>`;
}

/** `cluster[atlas-b200].extra_count` as `extra count, atlas-b200`. */
function labelOf(input: string): string {
  const row = rowOf(input);
  if (row) return `${row.key}, ${row.table.replaceAll("_", " ")}`;
  const [, , key, column = input] = /^(\w+)(?:\[(.+)\])?\.(\w+)$/.exec(input) ?? [];
  return `${column.replaceAll("_", " ")}${key === undefined ? "" : `, ${key}`}`;
}
