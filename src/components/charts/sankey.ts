import {sankey, type SankeyLink, type SankeyNode} from "d3-sankey";
import {svg} from "htl";
import {marksOf, type CellMark} from "../inspector/origin.js";

/** A flow from one node to another. */
export interface Stream {
  source: string;
  target: string;
  /** Determines the width, with a hairline as the minimum. */
  value: number;
  /** Name and amount. */
  label: string;
  color: string;
  targetColor: string;
  /** The number behind it. */
  origin?: CellMark | undefined;
}

export interface SankeyOptions {
  width: number;
  height: number;
  /** The note below a node's name: its throughput. */
  note: (name: string, value: number) => string;
  /** Whether name and note share a line, in low charts. */
  oneLine?: boolean;
  /** Turns a stream into a link to its number. */
  link?: (element: SVGElement, origin: CellMark, tabIndex: number) => SVGElement;
}

interface Place {
  name: string;
  color: string;
}

/** A stream after layout; without width if it has no value. */
interface Laid extends Stream {
  stream: Stream;
}
type Node = SankeyNode<Place, Laid>;
type Link = SankeyLink<Place, Laid>;

/**
 * Streams from left to right, as wide as their values, with details in the tooltip and the inspector. A stream without
 * a value is named below the others, and totals that include it are missing.
 */
export function sankeyChart(streams: readonly Stream[], options: SankeyOptions): SVGElement {
  const {width, height, note, link} = options;
  const missing = missingStreams(streams);
  const {nodes, links} = missing.length < streams.length ? layout(streams, options) : {nodes: [], links: []};
  const ribbons = links.filter(({stream}) => Number.isFinite(stream.value)).map((one) => ribbonElement(one, link));
  ribbons.find((one) => one.dataset.cell !== undefined)?.setAttribute("tabindex", "0");
  return svg`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}" font-family="var(--sans-serif)"
    font-size=${isNarrow(width) ? 11 : 13} class="sankey">
    <g class="streams">${ribbons}</g>
    <g>${nodes.map((node) => nodeElement(node, note))}</g>
    <g>${nodes.map((node) => nodeLabel(node, options))}</g>
    ${missing.length > 0 && svg`<text y=${height - 2} fill="currentColor">${missingNote(missing)}</text>`}
  </svg>`;
}

/** Streams without width: all of them, if their sum is zero or too large for a number. */
function missingStreams(streams: readonly Stream[]): Stream[] {
  const known = total(streams.filter(({value}) => Number.isFinite(value)));
  return streams.filter(({value}) => !Number.isFinite(value) || !Number.isFinite(known) || known === 0);
}

function missingNote(missing: readonly Stream[]): string {
  const names = missing.map(({source, target}) => `${source} to ${target}`);
  const rest = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
  return `Not shown, because no value is available: ${names.slice(0, NAMED).join(", ")}${rest}`;
}

const NAMED = 2;

function layout(streams: readonly Stream[], options: SankeyOptions) {
  const {width, height} = options;
  const {above, between} = roomOf(options);
  const places = new Map<string, Place>();
  for (const {source, target, color, targetColor} of streams) {
    places.set(source, {name: source, color});
    if (!places.has(target)) places.set(target, {name: target, color: targetColor});
  }
  return sankey<Place, Laid>()
    .nodeId(({name}) => name)
    .nodeWidth(10)
    .nodePadding(between)
    .iterations(24)
    .extent([
      [1, above],
      [width - 1, height - (missingStreams(streams).length > 0 ? 20 : 4)]
    ])({
    nodes: [...places.values()],
    links: streams.map((stream) => ({...stream, value: Number.isFinite(stream.value) ? stream.value : 0, stream}))
  });
}

/** Space for the labels above the first node of a column, and between nodes. */
function roomOf({width, oneLine = false}: SankeyOptions): {above: number; between: number} {
  if (oneLine) return {above: 19, between: 20};
  return isNarrow(width) ? {above: 46, between: 46} : {above: 32, between: 34};
}

function ribbonElement(stream: Link, link: SankeyOptions["link"]): SVGElement {
  const source = stream.source as Node;
  const target = stream.target as Node;
  const path = svg`<path d=${ribbon(stream)} fill=${stream.color}>
    <title>${source.name} to ${target.name}: ${stream.label}</title>
  </path>`;
  return link && stream.origin ? link(path, stream.origin, -1) : path;
}

/** An area rather than a thick line, which would bulge in tight bends. */
function ribbon({source, target, width = 0, y0 = 0, y1 = 0}: Link): string {
  const x0 = (source as Node).x1 ?? 0;
  const x1 = (target as Node).x0 ?? 0;
  const middle = (x0 + x1) / 2;
  const half = Math.max(1, width) / 2;
  const there = `M${x0},${y0 - half}C${middle},${y0 - half} ${middle},${y1 - half} ${x1},${y1 - half}`;
  return `${there}V${y1 + half}C${middle},${y1 + half} ${middle},${y0 + half} ${x0},${y0 + half}Z`;
}

function nodeElement(node: Node, note: SankeyOptions["note"]): SVGElement {
  const {name, color, x0 = 0, x1 = 0, y0 = 0, y1 = 0} = node;
  const element = svg`<rect x=${x0} y=${y0} width=${x1 - x0} height=${Math.max(1, y1 - y0)} fill=${color}>
    <title>${name}: ${note(name, amountOf(node))}</title>
  </rect>`;
  return Object.assign(element, {value: {origins: streamsOf(node)}});
}

/** The streams that make up a node's amount: those that come in, or those that go out if they are more. */
function streamsOf(node: Node): CellMark[] {
  return marksOf(partsOf(node).map(({origin}) => origin));
}

/** A node's throughput; NaN if part of it is missing. */
function amountOf(node: Node): number {
  return total(partsOf(node).map(({stream}) => stream));
}

function partsOf({sourceLinks = [], targetLinks = []}: Node): Link[] {
  return total(targetLinks) >= total(sourceLinks) ? targetLinks : sourceLinks;
}

function total(streams: readonly {value: number}[]): number {
  return streams.reduce((sum, {value}) => sum + value, 0);
}

function nodeLabel(node: Node, options: SankeyOptions): SVGElement {
  const {width, note, oneLine = false} = options;
  const {name, x0 = 0, x1 = 0, y0 = 0} = node;
  const amount = note(name, amountOf(node));
  const lines = oneLine ? [] : linesOf(amount, width);
  const [x, anchor] = anchorOf(x0, x1, options);
  const element = svg`<text y=${y0 - 5 - lineHeight * lines.length} text-anchor=${anchor} fill="currentColor"
    paint-order="stroke" stroke="var(--theme-background)" stroke-width="3" stroke-linejoin="round">
    ${[nameSpan(x, name), ...(oneLine ? [svg`<tspan dx="5">${amount}</tspan>`] : below(lines, x))]}
  </text>`;
  return Object.assign(element, {value: {origins: streamsOf(node)}});
}

function nameSpan(x: number, name: string): SVGElement {
  return svg`<tspan x=${x} font-weight="600">${name}</tspan>`;
}

function below(lines: readonly string[], x: number): SVGElement[] {
  return lines.map((line) => svg`<tspan x=${x} dy=${lineHeight} font-weight="400">${line}</tspan>`);
}

/** Amount and unit in one line, or in two if they are long and columns are close together. */
function linesOf(note: string, width: number): string[] {
  const space = note.lastIndexOf(" ");
  return isNarrow(width) && note.length > SHORT && space > 0 ? [note.slice(0, space), note.slice(space + 1)] : [note];
}

/** A one-line label is long: in the last column, it ends at its node instead of starting there. */
function anchorOf(x0: number, x1: number, {width, oneLine}: SankeyOptions): [x: number, anchor: string] {
  if (x1 > width - 12 || (oneLine && x0 > width / 2)) return [x1, "end"];
  return isNarrow(width) && x0 > 12 ? [(x0 + x1) / 2, "middle"] : [x0, "start"];
}

function isNarrow(width: number): boolean {
  return width < 520;
}

const lineHeight = 13;

/** Characters that have room below a name on a phone. */
const SHORT = 8;
