import {html} from "htl";
import {figures} from "../../lib/model/headline.js";
import {find} from "../../lib/sheet/address.js";
import type {CellRange} from "../../lib/uncertainty/range.js";
import {colorOfFigure} from "../../components/figure/headline-figures.js";
import {rangeOf} from "../../components/figure/headline.js";
import {cellLink} from "../../components/inspector/cell-link.js";
import {OWN} from "../../components/live/custom-scenario.js";
import {areaPath, extremes, linePath, svgElement, xOf, yOf} from "../../components/sheet/paths.js";
import {baselineOf, seriesOf} from "../../components/sheet/series.js";
import type {Computed} from "../../components/sheet/store.js";
import {tableColor} from "../../components/sheet/table-groups.js";
import {words} from "../../components/sheet/view.js";
import {amount, interval} from "../../components/words/format.js";
import {changeOfFigure} from "./change-of-figure.js";
import {iconButton} from "./icon.js";

/** What a card is drawn of. */
export interface Shown {
  computed: Computed;
  month: number;
  ranges: readonly CellRange[];
}

/** A pinned figure: the value in a month and what it was, its range, and its path beside that of the parent. */
export class PinnedCard {
  readonly element: HTMLElement;
  private readonly title = html`<h3></h3>`;
  private readonly number = html`<span class="big"></span>`;
  private readonly notes = html`<div class="wb-notes"></div>`;
  private readonly chart = svgElement("svg", {class: "wb-path", preserveAspectRatio: "none", "aria-hidden": "true"});

  constructor(
    readonly id: string,
    unpin: () => void
  ) {
    const remove = iconButton("close", "Unpin", unpin);
    remove.classList.add("wb-unpin");
    this.element = html`<article class="wb-card headline" ${{style: {"--layer": colorOf(id)}}}>
      <div>${this.title} ${this.number} ${this.notes}</div>
      ${this.chart} ${remove}
    </article>`;
  }

  show({computed, month, ranges}: Shown): void {
    const place = find(computed.run, this.id);
    const title = titleOf(this.id);
    this.title.textContent = title;
    this.title.title = title;
    if (!place) {
      this.notes.replaceChildren(html`<small>not in this scenario</small>`);
      return;
    }
    const {column, row} = place;
    const unit = column.unit.text;
    const [mine, theirs] = [seriesOf(computed.run, column, row), baselineOf(computed, column, row)];
    const own = ranges.filter((range) => range.column === this.id);
    const cell = {cell: `${this.id}@${month}`, scenario: OWN};
    const [value, rest] = apart(amount(mine[month]!, unit));
    cellLink(this.number, cell).replaceChildren(value, html`<small>${rest}</small>`);
    const range = own.find((one) => one.month === month);
    const reach = range ? interval({central: mine[month]!, ...range}, unit) : "\u00a0";
    const drawn = html`<small aria-label=${range ? reach : null}>${withoutEnd(reach, rest)}</small>`;
    const parent = {...cell, scenario: computed.scenario.parent!};
    this.notes.replaceChildren(
      beside(mine[month]!, theirs[month] ?? NaN, unit, parent),
      range ? cellLink(drawn, rangeOf(cell)) : drawn
    );
    this.draw(mine, theirs, own, month);
  }

  private draw(mine: readonly number[], theirs: readonly number[], ranges: readonly CellRange[], month: number): void {
    const [low, high] = [ranges.map((one) => one.low), ranges.map((one) => one.high)];
    const ends = extremes(mine, theirs, low, high);
    if (!ends) return this.chart.replaceChildren();
    const log = ends.low > 0 && ends.high / ends.low > LOG;
    const frame = {width: WIDTH, height: HEIGHT - STRIP, ...ends, log};
    const x = xOf(month, mine.length, frame);
    this.chart.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
    this.chart.replaceChildren(
      path("band", areaPath(low, high, frame)),
      path("month", `M${x} 0V${HEIGHT}`),
      path("baseline", linePath(theirs, frame)),
      path("mine", linePath(mine, frame)),
      path("here", `M${x} ${yOf(mine[month]!, frame)}h0.01`),
      ...strips(mine, theirs)
    );
    this.chart.setAttribute("data-scale", log ? "log" : "linear");
  }
}

/** The title of a headline figure; of any other cell, its column and row. */
export function titleOf(id: string): string {
  const figure = figures.find(({column}) => `economy.${column}` === id);
  if (figure) return figure.title;
  const [, , key, column = id] = /^(\w+)(?:\[(.+)\])?\.(\w+)$/.exec(id) ?? [];
  return key === undefined ? words(column) : `${words(column)}, ${key}`;
}

function colorOf(id: string): string {
  return id.startsWith("economy.") ? colorOfFigure(id.replace("economy.", "")) : tableColor(/^\w+/.exec(id)![0]);
}

/** Above this ratio of the ends, equal steps are equal ratios. */
const LOG = 20;
/** The drawing's own px; it is stretched to what room there is. */
const [WIDTH, HEIGHT, STRIP] = [200, 76, 18];

/** Below the path, the difference alone: a path that falls seventyfold hides 7 %. */
function strips(mine: readonly number[], theirs: readonly number[]): SVGElement[] {
  const shares = mine.map((value, month) => {
    const share = value / theirs[month]! - 1;
    return Number.isFinite(share) ? share : 0;
  });
  const most = Math.max(0.001, ...shares.map(Math.abs));
  const frame = {width: WIDTH, height: STRIP, low: -most, high: most};
  const zero = shares.map(() => 0);
  return (["up", "down"] as const).map((way) => {
    const values = shares.map((share) => (way === "up" ? Math.max(0, share) : Math.min(0, share)));
    const strip = path(`strip ${way}`, areaPath(zero, values, frame));
    strip.setAttribute("transform", `translate(0 ${HEIGHT - STRIP})`);
    return strip;
  });
}

function path(name: string, d: string): SVGElement {
  return svgElement("path", {class: name, d, "vector-effect": "non-scaling-stroke"});
}

function beside(mine: number, theirs: number, unit: string, parent: {cell: string; scenario: string}): HTMLElement {
  const change = changeOfFigure(mine, theirs);
  if (!change) return html`<small>unchanged</small>`;
  const [value, rest] = apart(amount(theirs, unit));
  const same = apart(amount(mine, unit))[1] === rest;
  const was = cellLink(html`<span>was ${same ? value : `${value}${rest}`}</span>`, parent);
  return html`<small class="moved">${was} <b class=${change.way}>${change.text}</b></small>`;
}

/** A range where the unit of the value is its own: that stands above it. */
function withoutEnd(text: string, unit: string): string {
  return unit !== "" && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
}

/** An amount as its number, and what follows: `1.43` and ` billion USD a month`. */
export function apart(text: string): [value: string, rest: string] {
  const [, value = text, rest = ""] = /^(\S+(?:\u202f%)?)(\s.*)?$/.exec(text) ?? [];
  return [value, rest];
}
