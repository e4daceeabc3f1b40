import {pause} from "../form/pause.js";
import {chain} from "../../lib/model/chain.js";
import {cellAt, type CellPlace} from "../../lib/sheet/address.js";
import {dateOf, monthsOf} from "../../lib/sheet/inputs.js";
import {numberAt, type Run} from "../../lib/sheet/run.js";
import {ranges, type CellRange} from "../../lib/uncertainty/range.js";
import {joined, prepare, type Draws, type Study} from "../../lib/uncertainty/index.js";
import {fan as fanChart, type FanPoint} from "../charts/fan.js";
import {tableColor} from "../sheet/table-groups.js";
import {framed, withoutStyles} from "./frame.js";
import type {SheetRun} from "./sheet-run.js";
import type {FanElement, FanOptions} from "./observable.js";

/** Draws computed before yielding to the browser. */
const PART = 16;

/** Number of draws behind the first range, and the factor between updates. */
const [FIRST, MORE] = [64, 4];

/**
 * A cell over months with its 5th–95th percentile range, beside the base scenario's path: `fan(run,
 * "economy.cost_per_token")`. The range is drawn on the page's own thread, a few draws at a time, while the element is
 * on the page. Throws an `InputError` for an unknown cell.
 */
export function fan(run: SheetRun, cell: string, {width = 640, draws = 512}: FanOptions = {}): FanElement {
  const place = cellAt(run.run, `${cell.replace(/@.*$/, "")}@0`);
  const element = framed("tf-fan");
  const show = (found: readonly CellRange[]): void =>
    element.replaceChildren(
      withoutStyles(
        fanChart(pointsOf(run.run, place, found), {
          width,
          color: tableColor(place.column.table.name),
          month: dateAt(run.run, run.run.months - 1),
          baseline: {name: "base", points: pointsOf(run.baseline.run, place, [])}
        })
      )
    );
  show([]);
  return Object.assign(element, {ready: drawInto(element, studyOf(run, place, draws), draws, show)});
}

async function drawInto(
  element: HTMLElement,
  study: Study,
  count: number,
  show: (found: readonly CellRange[]) => void
): Promise<void> {
  const parts: Draws[] = [];
  let next = Math.min(FIRST, count);
  await pause();
  const prepared = prepare(chain, study);
  for (let from = 0; from < count && element.isConnected; from += PART) {
    const to = Math.min(from + PART, count);
    parts.push(prepared.run(from, to));
    if (to >= next) {
      show(ranges(study, joined(study, parts)));
      element.dataset.draws = String(to);
      next = Math.min(next * MORE, count);
    }
    await pause();
  }
}

function studyOf({scenario, run, published}: SheetRun, {column, key}: CellPlace, draws: number): Study {
  const {months, start, inputs} = run;
  return {
    inputs,
    formulas: scenario.formulas,
    months,
    start,
    design: {spread: "latin", draws, seed: 1},
    correlations: published.correlations,
    outputs: [column.table.single ? column.id : `${column.table.name}[${key}].${column.name}`],
    at: Array.from({length: months}, (_, month) => month),
    series: []
  };
}

function pointsOf(run: Run, {column, row}: CellPlace, found: readonly CellRange[]): FanPoint[] {
  const known = new Map(found.map((range) => [range.month, range]));
  return Array.from({length: run.months}, (_, month) => {
    const {low = NaN, median = NaN, high = NaN} = known.get(month) ?? {};
    const date = new Date(`${dateAt(run, month)}-01`);
    return {date, central: numberAt(run, column.id, row, month), low, median, high};
  });
}

function dateAt({start}: Run, month: number): string {
  return dateOf(monthsOf(start) + month);
}
