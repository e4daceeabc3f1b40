import {inputFinding} from "./input-finding.js";
import {html} from "htl";
import {bars} from "../../components/charts/bars.js";
import {stackedMonths} from "../../components/charts/stacked-months.js";
import {rowsFigure} from "../../components/figure/responsive.js";
import {where} from "../../components/rows/filter.js";
import {numberIn, pick, rowOf, unitOf} from "../../components/rows/row-values.js";
import type {RowOf, Rows, RowsOf} from "../../components/rows/table-types.js";
import {priceColumns, type Accelerator} from "./data.js";
import {amount, unitless} from "../../components/words/format.js";
import {allParts, costToMake, priceParts, priceSteps} from "./cost-to-make.js";
import {inputs, layersOf, type PhysicalInput} from "./inputs.js";
import {measures, regionBars, type Measure} from "./regions.js";
import {costAgainstPrice, costFinding, partsInWords, rangeOfBars, regionFinding, vendorFinding} from "./words.js";

/** What accelerators cost to make and sell for; the chosen one is bold. */
export function costFigure(accelerators: Rows<Accelerator>, chosen: Accelerator): HTMLElement {
  const options = {
    title: "Manufacturing cost and purchase price",
    finding: costFinding(chosen),
    unit: "USD per accelerator, by component; tick: purchase price",
    source:
      "published die areas, wafer and memory prices where available; packaging and test are analysts' estimates for " +
      "a few accelerators and our judgement for most, as marked under Assumptions. Purchase prices are those that " +
      "operators pay; the V100's is for a used card.",
    ariaLabel: costAgainstPrice(chosen),
    table: pick(accelerators, priceColumns)
  };
  return rowsFigure(options, (rows, {width}) => costToMake(allParts(rows), {width, chosen: chosen.key}));
}

/** An accelerator's way from dies to price, part by part. */
export function priceFigure(accelerators: Rows<Accelerator>, chosen: Accelerator): HTMLElement {
  const sold = amount(numberIn(chosen, "die_yield"), "share");
  const options = {
    title: `From dies to price: ${chosen.name ?? ""}`,
    finding: vendorFinding(chosen),
    unit: "USD per accelerator",
    source: `the model's table accelerator; ${sold} of the dies are sold.`,
    ariaLabel: costAgainstPrice(chosen),
    table: pick(
      where(accelerators, ({key}) => key === chosen.key),
      priceColumns
    )
  };
  return rowsFigure(options, (rows, {width}) => priceSteps(priceParts(rowOf(rows)), {width}));
}

/** The physical inputs over months, two figures in a row where there is room. */
export function inputFigures(economy: RowsOf<"economy">, now: RowOf<"economy">, month: string): HTMLElement {
  return html`<div class="grid grid-cols-2">${inputs.map((input) => inputFigure(economy, now, month, input))}</div>`;
}

function inputFigure(
  economy: RowsOf<"economy">,
  now: RowOf<"economy">,
  month: string,
  {title, columns}: PhysicalInput
): HTMLElement {
  const options = {
    title,
    finding: inputFinding(economy, now, month, {title, columns}),
    unit: unitOf(economy, columns[0].column),
    source: "the model's table economy, central case.",
    ariaLabel: partsInWords(now, title, columns),
    table: pick(economy, ["date", ...columns.map(({column}) => column)])
  };
  return rowsFigure(options, (rows, {width}) =>
    stackedMonths(layersOf(rows, columns), {width, month, format: unitless})
  );
}

/** The regions by a measure, lowest first. */
export function regionFigure(
  regions: RowsOf<"region">,
  facilities: readonly RowOf<"facility">[],
  measure: Measure
): HTMLElement {
  const rows = regionBars(regions, facilities, measure);
  const unit = unitOf(regions, measure);
  const chosen = measures.find(({value}) => value === measure)!;
  const options = {
    ...chosen,
    finding: regionFinding(chosen.title, rows),
    unit,
    ariaLabel: rangeOfBars(rows, unit),
    table: pick(regions, ["key", "name", "country", ...measures.map(({value}) => value)])
  };
  return rowsFigure(options, (table, {width}) =>
    bars(regionBars(table, facilities, measure), {width, format: unitless})
  );
}
