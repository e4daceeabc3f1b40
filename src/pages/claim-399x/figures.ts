import {countFinding} from "../../components/words/count.js";
import {stepsQuery, stepsTakeaway, type Scale, type Step} from "./correction-steps.js";
import {bars, type Bar} from "../../components/charts/bars.js";
import {dumbbell, type Pair} from "../../components/charts/dumbbell.js";
import {waterfall} from "./waterfall.js";
import {unitless, usd} from "../../components/words/format.js";
import {headlines} from "../../components/figure/headline.js";
import {cellOf, type Made} from "../../components/inspector/origin.js";
import {layerColor} from "../../components/words/layer.js";
import {derivedFrom} from "../../components/words/provenance.js";
import {namesOf, numberIn, pick, textIn} from "../../components/rows/row-values.js";
import type {RowOf, RowsOf} from "../../components/rows/table-types.js";
import {rowsFigure} from "../../components/figure/responsive.js";

/** The corrections as a waterfall, in factors or in differences. */
export function bridgeFigure(steps: readonly Step[], scale: Scale): HTMLElement {
  const axis = scale === "difference" ? "from zero" : "log scale: equal lengths are equal factors";
  const options = {
    title: "Value per dollar of cost, step by step",
    finding: stepsTakeaway(steps).replace(/( \([^)]*\))?\.$/, ""),
    unit: `dollars per dollar, ${axis}`,
    source: "table bridge; ranges are the 5th to 95th percentile over draws of the corrections so far",
    ariaLabel: stepsTakeaway(steps),
    table: steps,
    query: {sql: stepsQuery(steps.length)}
  };
  return rowsFigure(options, (rows, size) => waterfall(rows, {...size, scale}));
}

/** The earlier program's own headline figures. */
export function claimCards(total: RowOf<"readme_total">): HTMLElement {
  const figures = [
    ["productivity_value", "USD/month", "Value claimed", "value"],
    ["raw_materials_cost", "USD/month", "Neocloud costs, called “raw materials”", "neocloud"],
    ["value_multiplier", "1", "Value per dollar of these: the claim", "value"],
    ["value_per_cost", "1", "Value per dollar of all layers' cost", "application"]
  ] as const;
  return headlines(
    figures.map(([name, unit, label, layer]) => ({
      label,
      unit,
      layer,
      central: numberIn(total, name),
      origin: cellOf(total, name)
    }))
  );
}

/** A company of the earlier program: its cost and its revenue. */
export type Company = Pair & {origin: Made | undefined};

type CompanyRow = RowOf<"readme_datacenter" | "readme_provider" | "readme_application">;

/** Cost and revenue of the earlier program's companies as pairs. */
export function companies(...tables: readonly (readonly CompanyRow[])[]): Company[] {
  return tables.flat().map((row) => ({
    label: textIn(row, "name"),
    from: numberIn(row, "cost"),
    to: numberIn(row, "revenue"),
    sources: {from: cellOf(row, "cost"), to: cellOf(row, "revenue")},
    origin: bothOf(row)
  }));
}

function bothOf(row: CompanyRow): Made | undefined {
  return derivedFrom(`Cost and revenue of ${textIn(row, "name")}`, [cellOf(row, "cost"), cellOf(row, "revenue")]);
}

/** Cost against revenue of the earlier program's companies. */
export function companyFigure(pairs: readonly Company[]): HTMLElement {
  const shown = pairs.map(({label, from, to, origin}) => ({company: label, cost: from, revenue: to, origin}));
  const sources = new Map(shown.map((row, i) => [row, pairs[i]!.sources]));
  const losing = pairs.filter(({from, to}) => to < from).map(({label}) => label);
  const [count, all] = [losing.length, pairs.length];
  const options = {
    title: "Cost and revenue of the earlier program's companies",
    finding: countFinding({count, all, noun: "companies", verb: ["loses", "lose"], rest: "money"}),
    unit: "USD a month, log scale",
    source: "tables readme_datacenter, readme_provider and readme_application",
    ariaLabel: `${count} of ${all} companies lose money: ${losing.join(", ")}.`,
    table: shown,
    query: {
      sql: companyTables.map((name) => `SELECT name AS company, cost, revenue FROM ${name}`).join("\nUNION ALL\n")
    }
  };
  const ends = {
    from: {name: "cost", color: layerColor("materials")},
    to: {name: "revenue", color: layerColor("inference")},
    format: unitless
  };
  return rowsFigure(options, (rows, size) => {
    const drawn = rows.map((row) => ({
      label: row.company,
      from: row.cost,
      to: row.revenue,
      ...sourcesIn(sources.get(row))
    }));
    return dumbbell(drawn, {...size, ...ends});
  });
}

function sourcesIn(sources: Pair["sources"]): Pick<Pair, "sources"> {
  return sources ? {sources} : {};
}

const companyTables = ["readme_datacenter", "readme_provider", "readme_application"];

/** The earlier program's value by segment, largest first; private use in grey. */
export function claimedValueFigure(
  segments: RowsOf<"readme_segment">,
  applications: RowsOf<"readme_application">
): HTMLElement {
  const program = namesOf(applications);
  const valueOf = (rows: typeof segments): Bar[] =>
    rows
      .map((row) => ({
        label: `${textIn(row, "name")}, ${program(textIn(row, "application"))}`,
        value: numberIn(row, "productivity_value"),
        color: layerColor(row.kind === "work" ? "value" : "materials"),
        origin: cellOf(row, "productivity_value")
      }))
      .sort((a, b) => b.value - a.value);
  const [largest] = valueOf(segments);
  const options = {
    title: "Claimed value by user segment",
    finding: largest && `The largest claim is for ${largest.label}`,
    unit: "USD a month; grey: private use priced as paid work",
    source: "table readme_segment",
    ariaLabel: largest ? `The largest is ${largest.label}: ${usd(largest.value)} a month.` : "No segments.",
    table: pick(segments, ["application", "name", "kind", "users", "hours_saved", "revenue", "productivity_value"])
  };
  return rowsFigure(options, (rows, size) => bars(valueOf(rows), {...size, format: unitless}));
}
