import {intervals} from "../charts/intervals.js";
import {capital, lower} from "../words/count.js";
import {amount, share, unitless} from "../words/format.js";
import type {ReportChart} from "./report.js";

/** A number with one input at either end of its range. */
export interface SwingOf {
  label: string;
  central: number;
  low: number;
  high: number;
}

export interface SwingWords {
  /** Name of the input, with its unit. */
  label: string;
  unit: string;
  /** The run whose inputs are varied, such as `in “Reference”`. */
  swung: string;
}

/** Number of inputs that fit on the first page. */
const SHOWN = 5;

/** The inputs that move a number most, one at a time, widest swing first; undefined if none does. */
export function swingChart(swings: readonly SwingOf[], {label, unit, swung}: SwingWords): ReportChart | undefined {
  const shown = [...swings].sort((a, b) => width(b) - width(a)).slice(0, SHOWN);
  const [most] = shown;
  if (!most) return undefined;
  const format = (value: number): string => amount(value, unit);
  const ends = [least(most), greatest(most)].map(format);
  return {
    title: `What ${lower(label)} depends on most`,
    unit: unit === "1" || unit === "share" ? "" : unit,
    source: `one input at a time at the low and the high end of its range, ${swung}`,
    takeaway: `${capital(most.label)} moves ${lower(label)} most: from ${ends.join(" to ")}.`,
    draw: ({width}) =>
      intervals(shown.map(rowOf(format)), {
        width,
        format: (value) => (unit === "share" ? share(value) : unitless(value))
      }) as Element,
    table: {
      title: label,
      source: "",
      columns: [
        {name: "input", unit: ""},
        {name: "with the input low", unit},
        {name: "central", unit},
        {name: "with the input high", unit}
      ],
      rows: shown.map(({label, low, central, high}) => [label, low, central, high])
    }
  };
}

function rowOf(format: (value: number) => string) {
  return (swing: SwingOf) => ({
    label: short(swing.label),
    low: least(swing),
    middle: swing.central,
    high: greatest(swing),
    color: "var(--layer-neocloud)",
    tip: `${swing.label}: ${format(least(swing))} to ${format(greatest(swing))}`
  });
}

/** A name cut to the space beside a chart. */
function short(label: string): string {
  return label.length > MOST ? `${label.slice(0, MOST - 1).trimEnd()}…` : label;
}

const MOST = 40;

function width(swing: SwingOf): number {
  return greatest(swing) - least(swing);
}

function least({low, high}: SwingOf): number {
  return Math.min(low, high);
}

function greatest({low, high}: SwingOf): number {
  return Math.max(low, high);
}
