import {dumbbell, type Pair} from "../../components/charts/dumbbell.js";
import {timeLines, type Series} from "../../components/charts/time-lines.js";
import {lines} from "../../components/figure/query-text.js";
import type {Option} from "../../components/form/controls.js";
import {gridFigure, rowsFigure} from "../../components/figure/responsive.js";
import {recordOf} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {countFinding} from "../../components/words/count.js";
import {share, unitless, usd} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {monthName} from "../../components/words/month.js";
import {tableOf} from "../../components/words/provenance.js";
import {quoted} from "../../lib/export/sql/identifier.js";
import type {BlendName} from "../../lib/market/blend.js";
import {
  changesOf,
  changesQuery,
  eventsByOffer,
  isChange,
  priceCourses,
  type Change,
  type Event
} from "./price-history.js";
import {blendColumns, blendInWords} from "./token-market.js";
import {sellerName} from "../../lib/market/seller-name.js";

const source =
  "table token_price_history: commits of github.com/pydantic/genai-prices and its npm package. A day is " +
  "that of the record, unless the data state when a price begins.";

/** The models whose prices changed, most changes first, and then the others. */
export function courseOptions(history: readonly Event[], others: readonly Option[]): Option[] {
  const counts = new Map<string, number>();
  for (const row of history.filter((row) => row.reseller === 0 && isChange(row))) {
    const name = textIn(row, "common_name");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const changed = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  return [
    ...changed.map(([value, count]) => ({value, title: `${value} (${count} change${count === 1 ? "" : "s"})`})),
    ...others.filter(({value}) => !counts.has(value))
  ];
}

/** The prices of one model by seller over time, as steps. */
export function courseFigure(history: readonly Event[], blend: BlendName, name: string): HTMLElement {
  const table = history.filter((row) => textIn(row, "common_name") === name && row.reseller === 0);
  const drawn = seriesOf(table, blend);
  const options = {
    title: `Listed prices of ${name} over time`,
    finding: courseFinding(table, name),
    unit: `USD per million tokens, ${blendInWords(blend)}`,
    source: `${source} Sellers that changed the price, then the cheapest, at most ${SHOWN}.`,
    ariaLabel: drawn
      .map(({name, points}) => `${name}: ${usd(points[0]!.value)} to ${usd(lastOf({points}))}`)
      .join("; "),
    table,
    query: {sql: courseQuery(name)}
  };
  return rowsFigure(options, (rows, {width}) => timeLines(seriesOf(rows, blend), {width, format: unitless}));
}

function courseQuery(name: string): string {
  return lines(
    "FROM token_price_history",
    `WHERE common_name = ${quoted(name)} AND reseller = 0`,
    `ORDER BY seller, model, "from"`
  );
}

/** How many sellers changed the price of a model: which, and by how much, where it was one of several. */
function courseFinding(rows: readonly Event[], name: string): string | undefined {
  const courses = [...priceCourses(rows)].map(([offer, course]) => ({seller: offer.split("/")[0]!, ...course}));
  const all = new Set(courses.map(({seller}) => seller)).size;
  const changed = courses.filter((course) => course.changed !== "");
  const count = new Set(changed.map(({seller}) => seller)).size;
  const [only] = changed;
  if (only && count === 1 && all > 1)
    return (
      `Only ${sellerName(only.seller)} of ${all} sellers changed its price of ${name}, ` +
      `by ${share(only.change)} in all`
    );
  return countFinding({count, all, noun: "sellers", verb: ["has", "have"], rest: `changed the price of ${name}`});
}

/** A line a seller: its offer that changed most often, those who changed it first, then the cheapest. */
function seriesOf(rows: readonly Event[], blend: BlendName): Series[] {
  const courses = [...eventsByOffer(rows).values()].flatMap((offer) => {
    const points = offer.slice(offer.findLastIndex(isRestated)).flatMap((row) => pointsOf(row, blend));
    const lasts = points.at(-1)!.date > points[0]!.date;
    return lasts ? [{name: sellerName(textIn(offer[0], "seller")), points}] : [];
  });
  const ordered = courses.sort((a, b) => b.points.length - a.points.length || lastOf(a) - lastOf(b));
  const sellers = ordered.filter(({name}, i) => ordered.findIndex((one) => one.name === name) === i);
  return sellers.slice(0, SHOWN).map((line, i) => ({...line, color: colours[i]!}));
}

/** Whether a row corrects or completes the rows before it, so that they are no prices to compare with. */
function isRestated(row: Event, i: number, offer: readonly Event[]): boolean {
  const {step} = row;
  if (step === "cache") return Number.isNaN(numberIn(offer[i - 1], "cached_input"));
  return step === "correction" || step === "first";
}

/** A price from its first day to its last. */
function pointsOf(row: Event, blend: BlendName): Series["points"] {
  const days = [textIn(row, "from"), textIn(row, "until")].filter((day) => day !== "");
  const column = blendColumns[blend];
  return days.map((day) => ({date: new Date(day), value: numberIn(row, column), origin: recordOf(row, column)}));
}

function lastOf({points}: Pick<Series, "points">): number {
  return points.at(-1)!.value;
}

/** As many lines as can be told apart. */
const SHOWN = 5;

const colours = (["inference", "neocloud", "value", "application", "materials"] as const).map(layerColor);

/** Prices before and after they were changed. */
export function changesFigure(history: readonly Event[], blend: BlendName): HTMLElement {
  const changes = changesOf(history, blend);
  const cuts = changes.filter(({before, after}) => after < before).length;
  const options = {
    title: "Price changes",
    finding: countFinding({
      ...{count: cuts, all: changes.length, noun: "price changes", verb: ["is", "are"]},
      rest: cuts < 2 ? "a cut" : "cuts"
    }),
    unit: `USD per million tokens, ${blendInWords(blend)}; log scale`,
    source: `${source} Newest first, without resellers and corrections of the data.`,
    ariaLabel: `${cuts} of ${changes.length} recorded price changes are cuts.`,
    table: tableOf(changes, {
      shown: ({sources: _, ...change}) => change,
      origin: ({sources}, column) => ({before: sources.from, after: sources.to})[column]
    }),
    query: {sql: changesQuery(blend)}
  };
  const names = {
    from: {name: "before", color: "var(--theme-foreground-muted)"},
    to: {name: "after", color: layerColor("inference")}
  };
  return gridFigure(options, changes, (rows, size) =>
    dumbbell(rows.map(changePair), {...size, ...names, format: unitless})
  );
}

function changePair({seller, model, from, before, after, sources}: Change): Pair {
  const label = `${model.split("/").at(-1)!} (${sellerName(seller)}), ${monthName(from.slice(0, 7))}`;
  // The rows of another query lead nowhere.
  return {label, from: before, to: after, ...((sources as Change["sources"] | undefined) && {sources})};
}
