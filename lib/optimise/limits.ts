import {InputError, knownNames, unknown} from "../sheet/index.js";
import type {PlanData, PlanLimits} from "./plan/data.js";

/** A limit as entered: `power[virginia,2028]` and `50`, with its place for messages. */
export interface LimitEntry {
  cell: string;
  value: string;
  place: string;
}

/** The limits that can be set: unit, description and index. */
export const limitTypes = {
  power: {unit: "MW", doc: "IT power that a region's sites can draw", by: "region"},
  water: {unit: "m3/month", doc: "On-site water that a region's sites may draw", by: "region"},
  rent: {unit: "GPU", doc: "Accelerators to be rented in a region", by: "region"},
  memory: {unit: "GB/month", doc: "Memory in the accelerators ordered", by: "year"},
  capital: {unit: "USD/yr", doc: "Accelerators and buildings bought, less sales", by: "year"},
  carbon: {unit: "tCO2e", doc: "Greenhouse gas emissions of all years", by: "nothing"},
  service: {unit: "share", doc: "Share of every stream of requests that must be served", by: "nothing"}
} as const;

type LimitName = keyof typeof limitTypes;

/**
 * Changes some limits: `power[virginia]=50` for all years, `power[virginia,2028]=50` for one, `capital[2028]=2e9`,
 * `carbon=100000`; `none` removes a limit. Throws an `InputError` that lists the permitted forms.
 */
export function withLimits(data: PlanData, entries: readonly LimitEntry[], limits = data.limits): PlanLimits {
  return entries.reduce((changed, entry) => withLimit(data, changed, entry), limits);
}

function withLimit(data: PlanData, limits: PlanLimits, {cell, value, place}: LimitEntry): PlanLimits {
  const [, name = "", inner] = /^\s*([a-z]+)\s*(?:\[([^\]]*)\])?\s*$/.exec(cell) ?? [];
  if (!Object.hasOwn(limitTypes, name)) unknown(place, "limit", name === "" ? cell : name, Object.keys(limitTypes));
  const limit = name as LimitName;
  const names = inner === undefined ? [] : inner.split(",").map((part) => part.trim());
  const bound = boundOf(limit, value, place);
  const {by} = limitTypes[limit];
  if (by === "nothing") return {...limits, [limit]: single(names, limit, bound, place)};
  if (by === "year") return {...limits, [limit]: inYears(data, limits[limit as "memory"], names, bound, place)};
  const key = limit as "power";
  const region = regionOf(data, names[0], limit, place);
  return {
    ...limits,
    [key]: {...limits[key], [region]: inYears(data, limits[key][region] ?? [], names.slice(1), bound, place)}
  };
}

function single(names: readonly string[], limit: LimitName, bound: number, place: string): number | null {
  if (names.length > 0) throw new InputError(`${place}: ${limit} takes no brackets: use ${limit}=number`);
  return Number.isFinite(bound) ? bound : null;
}

/** A bound as a number; infinite for `none`. */
function boundOf(limit: LimitName, value: string, place: string): number {
  const {unit} = limitTypes[limit];
  if (value.trim() === "none") return Infinity;
  const bound = value.trim() === "" ? NaN : Number(value);
  const most = limit === "service" ? 1 : Infinity;
  if (bound >= 0 && bound <= most && Number.isFinite(bound)) return bound;
  const range = limit === "service" ? "a share from 0 to 1" : `a number of at least 0 in ${unit}`;
  throw new InputError(`${place}: expected ${range}, or none for no limit, got "${value}"`);
}

function regionOf({sites}: PlanData, name: string | undefined, limit: LimitName, place: string): string {
  const regions = [...new Set(sites.map(({region}) => region))];
  if (name !== undefined && regions.includes(name)) return name;
  if (name !== undefined) return unknown(place, "region", name, regions);
  throw new InputError(
    [
      `${place}: ${limit} needs a region: use ${limit}[${regions[0]!}]=number`,
      ...knownNames("region", "", regions)
    ].join("\n  ")
  );
}

function inYears(
  {years}: PlanData,
  limit: readonly number[],
  names: readonly string[],
  bound: number,
  place: string
): number[] {
  const [year, ...more] = names;
  if (more.length > 0) throw new InputError(`${place}: expected [region] or [region,year]`);
  if (year !== undefined && !years.includes(year)) unknown(place, "year", year, years);
  return years.map((name, i) => (year === undefined || year === name ? bound : (limit[i] ?? Infinity)));
}
