import type {Bar} from "../../components/charts/bars.js";
import type {TotalPart} from "../../components/charts/stacked-totals.js";
import {cellOf} from "../../components/inspector/origin.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import type {ColumnOf, RowOf} from "../../components/rows/table-types.js";
import {sectorColor} from "../../components/words/sector.js";

/** Value added by sector, most first; sectors that sell nothing have none. */
export function addedValue(accounts: readonly RowOf<"account">[]): Bar[] {
  return accounts
    .filter((row) => numberIn(row, "value_added") !== 0)
    .map((row) => ({
      label: textIn(row, "sector"),
      value: numberIn(row, "value_added"),
      color: sectorColor(textIn(row, "sector")),
      origin: cellOf(row, "value_added")
    }))
    .sort((a, b) => b.value - a.value);
}

/** The same month three ways: revenues added over the layers, final spending, and value added by sector. */
export function totalsOf(economy: RowOf<"economy">, accounts: readonly RowOf<"account">[]): TotalPart[] {
  return [
    ...parts(economy, "Gross revenue", revenues),
    ...parts(economy, "Final demand", spending),
    ...addedValue(accounts).map(({label, value, color, origin}) => ({
      total: "Value added",
      part: label,
      value,
      color,
      origin
    }))
  ];
}

type Parts = readonly (readonly [column: ColumnOf<"economy">, part: string, sector: string])[];

const revenues: Parts = [
  ["application_revenue", "Applications", "Applications"],
  ["provider_revenue", "Providers", "Providers"],
  ["neocloud_revenue", "Neoclouds", "Neoclouds"]
];

const spending: Parts = [
  ["application_revenue", "Subscriptions and metered use", "Users"],
  ["chip_purchases", "Accelerators", "Chip vendors"],
  ["system_purchases", "Servers, network, storage", "System vendors"],
  ["building_purchases", "Buildings", "Builders"]
];

function parts(economy: RowOf<"economy">, total: string, columns: Parts): TotalPart[] {
  return columns.map(([column, part, sector]) => ({
    total,
    part,
    value: numberIn(economy, column),
    color: sectorColor(sector),
    origin: cellOf(economy, column)
  }));
}
