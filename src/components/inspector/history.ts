import {html} from "htl";
import {dateOf, monthsOf, numberAt, type Run} from "../../lib/sheet/index.js";
import type {CellPlace} from "../../lib/sheet/address.js";
import {amount} from "../words/format.js";

const width = 320;
const height = 96;
const inset = 6;

/** A cell's value over the months of the run, with this month marked; null if it never changes. */
export function history(run: Run, {column, row, month}: CellPlace): HTMLElement | null {
  if (!column.dynamic || column.holds !== "number") return null;
  const values = Array.from({length: run.months}, (_, at) => numberAt(run, column.id, row, at));
  return pathOver(run, values, column.unit.text, month);
}

/** A value over the months of the run, with a month marked. */
export function pathOver(run: Run, values: readonly number[], unit: string, month: number): HTMLElement | null {
  const known = values.filter(Number.isFinite);
  if (known.length === 0 || run.months < 2) return null;
  const low = Math.min(...known);
  const high = Math.max(...known);
  const x = (at: number): number => inset + (at / (run.months - 1)) * (width - 2 * inset);
  const y = (value: number): number => height - inset - ((value - low) / (high - low || 1)) * (height - 2 * inset);
  const [first, last] = [0, run.months - 1].map((at) => dateOf(monthsOf(run.start) + at));
  return html`<section aria-label="History">
    <h3>Over time</h3>
    <svg
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label="From ${amount(values[0]!, unit)} in ${first} to ${amount(values.at(-1)!, unit)} in ${last}"
    >
      <path d=${path(values, x, y)} fill="none" stroke="currentColor" stroke-width="1.5"></path>
      <line
        x1=${x(month)}
        x2=${x(month)}
        y1="0"
        y2=${height}
        stroke="currentColor"
        stroke-opacity="0.4"
        stroke-dasharray="3,3"
      ></line>
    </svg>
    <p>
      <small
        >${first}: ${amount(values[0]!, unit)}; lowest ${amount(low, unit)}, highest ${amount(high, unit)}; ${last}:
        ${amount(values.at(-1)!, unit)}</small
      >
    </p>
  </section>`;
}

/** A line with gaps where there is no value. */
function path(values: readonly number[], x: (at: number) => number, y: (value: number) => number): string {
  return values
    .map((value, at) => {
      if (!Number.isFinite(value)) return "";
      const starts = at === 0 || !Number.isFinite(values[at - 1]);
      return `${starts ? "M" : "L"}${x(at).toFixed(1)},${y(value).toFixed(1)}`;
    })
    .join("");
}
