import type {Stream} from "../charts/sankey.js";
import {cellOf} from "../inspector/origin.js";
import {amount} from "../words/format.js";
import {layerColor, type Layer} from "../words/layer.js";
import {numberIn, textIn} from "./row-values.js";
import {type ColumnName} from "./table-types.js";
import {sectorColor} from "../words/sector.js";
import type {RowOf} from "./table-types.js";

/** The origin of the money: users, or investors who buy equipment and buildings. */
export type Origin = "users" | "investors";

/** Payments between sectors as streams of USD a month, following users' or investors' money. */
export function moneyStreams(flow: readonly RowOf<"flow">[], origin: Origin): Stream[] {
  return flow.filter((row) => originOf(row) === origin).map(moneyStream);
}

/**
 * Goods as streams from maker to buyer, opposite to the payments. Each is a share of its stage, since stages have
 * different units; the inputs of neoclouds share theirs equally.
 */
export function goodsStreams(ledger: readonly RowOf<"ledger">[], segments: readonly RowOf<"segment">[]): Stream[] {
  return [...stages.flatMap((stage) => stageStreams(stage, ledger)), ...savedHours(segments)];
}

/** The note below a name in a flow of money: USD. */
export function moneyNote(_: string, value: number): string {
  return amount(value, "USD");
}

/** The note below a name in a flow of goods: the amount that the actor sells, or the hours that its users save. */
export function goodsNote(
  ledger: readonly RowOf<"ledger">[],
  segments: readonly RowOf<"segment">[]
): (name: string) => string {
  return (name) => {
    const sold = ledger.filter((row) => row.payee === name && goods.has(textIn(row, "good")));
    if (sold[0]) return amount(total(sold, "quantity"), textIn(sold[0], "unit").replace("/month", ""));
    const working = name === "Users" ? segments : segments.filter((row) => row.application === name);
    return amount(total(working, "hours_saved"), "hour");
  };
}

/** The largest flow, as a phrase. */
export function largestStream(streams: readonly Stream[]): string {
  const known = streams.filter(({value}) => Number.isFinite(value));
  const [first] = known.sort((a, b) => b.value - a.value);
  return first ? `${first.source} to ${first.target}: ${first.label}` : "no flows";
}

interface Stage {
  good: string;
  from: Layer;
  to: Layer;
  /** Height of the stage, relative to a full one. */
  height: number;
}

const stages: Stage[] = [
  {good: "logic wafers", from: "materials", to: "materials", height: 1 / 3},
  {good: "accelerators", from: "materials", to: "neocloud", height: 1 / 3},
  {good: "electricity", from: "materials", to: "neocloud", height: 1 / 3},
  {good: "water", from: "materials", to: "neocloud", height: 1 / 3},
  {good: "GPU-hours", from: "neocloud", to: "inference", height: 1},
  {good: "tokens", from: "inference", to: "application", height: 1}
];

const goods = new Set(stages.map(({good}) => good));

/** Sectors that pay with investors' money, or pay investors for used assets. */
const investing: readonly unknown[] = ["Investors", "Chip vendors", "Dealers"];

function originOf({payer_sector}: RowOf<"flow">): Origin {
  return investing.includes(payer_sector) ? "investors" : "users";
}

function moneyStream(row: RowOf<"flow">): Stream {
  const source = textIn(row, "payer_sector");
  const target = textIn(row, "payee_sector");
  const value = numberIn(row, "amount");
  return {
    source,
    target,
    value,
    label: `${textIn(row, "good")}, ${amount(value, "USD/month")}`,
    color: sectorColor(source),
    targetColor: sectorColor(target),
    origin: cellOf(row, "amount")
  };
}

function stageStreams({good, from, to, height}: Stage, ledger: readonly RowOf<"ledger">[]): Stream[] {
  const rows = ledger.filter((row) => row.good === good && numberIn(row, "quantity") > 0);
  const all = total(rows, "quantity");
  return rows.map((row) => ({
    source: textIn(row, "payee"),
    target: textIn(row, "payer"),
    value: (height * numberIn(row, "quantity")) / all,
    label: `${good}, ${amount(numberIn(row, "quantity"), textIn(row, "unit"))}`,
    color: layerColor(from),
    targetColor: layerColor(to),
    origin: cellOf(row, "quantity")
  }));
}

function savedHours(segments: readonly RowOf<"segment">[]): Stream[] {
  const rows = segments.filter((row) => numberIn(row, "hours_saved") > 0);
  const all = total(rows, "hours_saved");
  return rows.map((row) => ({
    source: textIn(row, "application"),
    target: "Users",
    value: numberIn(row, "hours_saved") / all,
    label: `${textIn(row, "key")}, ${amount(numberIn(row, "hours_saved"), "hour/month")} saved`,
    color: layerColor("application"),
    targetColor: layerColor("value"),
    origin: cellOf(row, "hours_saved")
  }));
}

function total<R extends object>(rows: readonly R[], column: ColumnName<R>): number {
  return rows.reduce((sum, row) => sum + (row[column] === null ? 0 : numberIn(row, column)), 0);
}
