import {html} from "htl";
import {MARGIN, yardsticks, type Figures, type MeasuredLayer, type Metric} from "../../lib/market/company-metric.js";
import {figureOf} from "../../lib/market/own-figure.js";
import {compareWithMedian, percentile, type MedianComparison} from "../../lib/market/benchmark.js";
import type {BlendName} from "../../lib/market/blend.js";
import {dropZone} from "../../components/form/drop-zone.js";
import {decimalMark} from "../../lib/sheet/number.js";
import {messageOf} from "../../components/cell/message.js";
import {readInWords} from "./figures-read.js";
import {button} from "../../components/figure/button.js";
import {imported} from "../../components/load/load-error.js";
import type {Option} from "../../components/form/controls.js";
import {download} from "../../components/figure/download.js";
import {amount, share} from "../../components/words/format.js";
import {recordOf, type Made, type Recorded} from "../../components/inspector/origin.js";
import {derivedFrom} from "../../components/words/provenance.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";

/** The kinds of company that can be compared. */
export const kindOptions: Option<MeasuredLayer>[] = (Object.keys(yardsticks) as MeasuredLayer[]).map((value) => ({
  value,
  title: yardsticks[value].title
}));

/** A form for a company's own figures: fields, and a place for a file that never leaves the browser. */
export type FiguresForm = HTMLElement & {readonly value: Figures};

/** A population of peers of one figure. */
export interface Population {
  name: string;
  count: number;
  values: number[];
  /** Where the values come from. */
  origins: (Recorded | undefined)[];
}

/** The peers of each figure of a layer: the model's companies first, then those of the market in a blend of tokens. */
export function populations(
  peers: readonly RowOf<"peer">[],
  layer: MeasuredLayer,
  blend: BlendName
): Map<string, Population[]> {
  const metrics = new Map<string, Map<string, Population>>();
  for (const row of peers) {
    if (textIn(row, "layer") !== layer || !["", blend].includes(textIn(row, "blend"))) continue;
    const metric = metrics.get(textIn(row, "metric")) ?? new Map<string, Population>();
    const name = textIn(row, "population");
    const population = metric.get(name) ?? {name, count: numberIn(row, "count"), values: [], origins: []};
    population.values.push(numberIn(row, "value"));
    population.origins.push(recordOf(row, "value"));
    metrics.set(textIn(row, "metric"), metric.set(name, population));
  }
  return new Map([...metrics].map(([metric, all]) => [metric, [...all.values()]]));
}

/** Values of peers are percentiles. */
export const MEDIAN = 50;

/** The median of every figure among the model's companies. */
export function medians(peers: ReadonlyMap<string, readonly Population[]>): Figures {
  return Object.fromEntries([...peers].map(([metric, [model]]) => [metric, model!.values[MEDIAN]!]));
}

/** What a company's place among its peers is read from: the two values that its own lies between. */
export function placeOf({share: below, origins}: Compared["populations"][number]): Made | undefined {
  const at = below * (origins.length - 1);
  const between = [...new Set([Math.floor(at), Math.ceil(at)])];
  return derivedFrom(
    "Your percentile rank, computed on this page from these values of the peers",
    between.map((index) => origins[index])
  );
}

/** What a part of the gap is computed from beside one's own figures: the medians. */
export function gapOrigin(layer: MeasuredLayer, peers: ReadonlyMap<string, readonly Population[]>): Made | undefined {
  return derivedFrom(
    "A Shapley value, computed on this page from your figures and these medians",
    yardsticks[layer].metrics.map(({key}) => peers.get(key)?.[0]?.origins[MEDIAN])
  );
}

/** The fields of a kind of company, and a drop zone; it gives what is known and understood. */
export function figuresForm(layer: MeasuredLayer, median: Figures): FiguresForm {
  const {metrics} = yardsticks[layer];
  const message = html`<div role="status" aria-live="polite"></div>`;
  const fields = new Map([...metrics, MARGIN].map((metric) => [metric.key, field(metric, median[metric.key] ?? NaN)]));
  const form = html`<div class="figures-form">
    <div class="figures-fields">${[...fields.values()].map(({label}) => label)}</div>
    ${dropZone(dropWords, (file) => void take(file))}
    <p>${button("Download a template", () => download(`${layer}.csv`, template(layer), "text/csv"))}</p>
    ${message}
  </div>`;
  const changed = (): void => void form.dispatchEvent(new Event("input", {bubbles: true}));
  const show = (figures: Figures, words: Node): void => {
    for (const [key, {input}] of fields)
      input.value = key in figures ? String(Number(figures[key]!.toPrecision(12))) : "";
    message.replaceChildren(words);
    changed();
  };
  let latest: File | undefined;
  const take = async (file: File): Promise<void> => {
    latest = file;
    // Nothing of an earlier file stays while this one is read, nor beside the reason why it is not.
    show({}, html`<p>Reading ${file.name}…</p>`);
    const shown = await readOf(file, layer);
    if (latest === file) show(shown.figures, shown.words);
  };
  return Object.defineProperty(form, "value", {get: () => figuresIn(fields, [...metrics, MARGIN])}) as FiguresForm;
}

/** What a file holds, and the words for it; no figure and the reason where it can't be read. */
async function readOf(file: File, layer: MeasuredLayer): Promise<{figures: Figures; words: Node}> {
  try {
    const {figuresInFile} = await imported("the reader of files", () => import("./figures-file.js"));
    const own = await figuresInFile(new Uint8Array(await file.arrayBuffer()), layer);
    return {figures: own.figures, words: readInWords(file.name, own)};
  } catch (error) {
    return {figures: {}, words: html`<p>${file.name}: ${messageOf(error)}</p>`};
  }
}

/** How a company compares, figure by figure. */
export interface Compared {
  metric: Metric;
  value: number;
  populations: (Population & {share: number})[];
}

/** Every figure that is known beside its peers. */
export function compared(
  layer: MeasuredLayer,
  figures: Figures,
  peers: ReadonlyMap<string, readonly Population[]>
): Compared[] {
  return [...yardsticks[layer].metrics, MARGIN]
    .filter(({key}) => Number.isFinite(figures[key]))
    .map((metric) => ({
      metric,
      value: figures[metric.key]!,
      populations: (peers.get(metric.key) ?? []).map((population) => ({
        ...population,
        share: percentile(figures[metric.key]!, population.values)
      }))
    }));
}

/** The margin of the figures, that of the median company, and what explains the gap. */
export function explained(layer: MeasuredLayer, figures: Figures, median: Figures): MedianComparison {
  return compareWithMedian(yardsticks[layer], figures, median);
}

/** The gap to the median company, in words. */
export function gapInWords({margin, median, gaps}: MedianComparison): string {
  if (gaps.length === 0) return "Enter a figure to see your percentile rank. Blank fields use the peer median.";
  const sorted = [...gaps].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const parts = sorted.map(
    ({part, amount: points, share: of}) => `${part} ${signed(points)} (${share(of)} of the gap)`
  );
  return (
    `Your margin is ${share(margin)}; a company with median figures throughout would earn ${share(median)}. ` +
    `The gap comes from ${parts.join(", ")}.`
  );
}

interface Field {
  label: HTMLElement;
  input: HTMLInputElement;
}

function field({key, title, unit}: Metric, median: number): Field {
  const input = html`<input
    name=${key}
    inputmode="decimal"
    autocomplete="off"
    placeholder=${Number(median.toPrecision(3))}
  />` as HTMLInputElement;
  const shown = unit === "share" || unit === "1" ? "" : unit;
  return {
    label: html`<label
      ><span>${title}<small> ${shown}</small></span
      >${input}</label
    >`,
    input
  };
}

/** The figures entered; a field that cannot be read is marked and left out. */
function figuresIn(fields: ReadonlyMap<string, Field>, metrics: readonly Metric[]): Figures {
  const mark = decimalMark([...fields.values()].map(({input}) => input.value));
  return Object.fromEntries(
    metrics.flatMap((metric) => {
      const {key} = metric;
      const {input} = fields.get(key)!;
      input.setCustomValidity("");
      input.removeAttribute("aria-invalid");
      input.title = "";
      if (input.value.trim() === "") return [];
      try {
        return [[key, figureOf(input.value, metric, {mark, place: key})]];
      } catch (error) {
        input.title = error instanceof Error ? error.message : String(error);
        input.setCustomValidity(input.title);
        input.setAttribute("aria-invalid", "true");
        input.reportValidity();
        return [];
      }
    })
  );
}

const dropWords = {
  label: "Drop a CSV or XLSX file here, or choose a file:",
  note: "names, values and units in columns or rows; the file never leaves this browser",
  accept: ".csv,text/csv,.tsv,.txt,.xlsx"
};

function template(layer: MeasuredLayer): string {
  const rows = [...yardsticks[layer].metrics, MARGIN].map(({key, unit}) => `${key},,${unit}`);
  return ["metric,value,unit", ...rows].join("\n") + "\n";
}

function signed(points: number): string {
  return `${points < 0 ? "−" : "+"}${amount(100 * Math.abs(points))} percentage points`;
}
