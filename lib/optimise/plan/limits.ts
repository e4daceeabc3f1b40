import type {Decisions} from "./decisions.js";
import type {PlanLimits, Site, Stream} from "./data.js";
import type {Limit, LimitKind} from "./types.js";
import {discount, MILLION, MONTHS, scaled} from "./units.js";
import type {Term} from "../program.js";

/** Service needs accelerators, and these need space. */
export function keepCapacity(plan: Decisions): void {
  for (const year of plan.years) {
    for (const asset of plan.data.assets) keepAccelerators(plan, asset, year);
    for (const site of plan.data.sites.filter(({owned}) => owned)) keepHall(plan, site, year);
  }
}

function keepAccelerators(plan: Decisions, asset: Decisions["data"]["assets"][number], year: number): void {
  const own = plan.used(asset, year, false);
  const words = {unit: "GPU", doc: `Service by ${asset.kind} at ${asset.site} fits their number`};
  if (own.length > 0)
    plan.program.atMost(
      {name: plan.name("capacity", asset.kind, asset.site, year), ...words},
      [...own, ...scaled(plan.fleet.installed(asset, year), -asset.allocatable)],
      0
    );
  const rental = plan.rentals.find((candidate) => candidate.asset === asset && candidate.year === year);
  if (rental)
    plan.program.atMost(
      {name: plan.name("rented capacity", asset.kind, asset.site, year), ...words},
      [...plan.used(asset, year, true), [rental.gpus, -1]],
      0
    );
}

function keepHall(plan: Decisions, site: Site, year: number): void {
  const doc = `Accelerators at ${site.name} fit into the site's capacity`;
  const opened = plan.opened(site, year).map(({power}): Term => [power, -1]);
  plan.program.atMost(
    {name: plan.name("hall", site.key, year), unit: "MW", doc},
    [...plan.power(site, year), ...opened],
    site.hall
  );
}

/** The external limits, and the constraints that impose them. */
export function keepLimits(plan: Decisions): Limit[] {
  const {limits, serve} = plan.options;
  const limited = plan.years.flatMap((year) => [
    ...plan.regions.flatMap((region) => inRegion(plan, limits, region, year)),
    ...limit(plan, "memory", "", year, limits.memory[year], () => plan.memory(year)),
    ...limit(plan, "capital", "", year, millions(limits.capital[year]), () => plan.capital(year)),
    ...plan.data.streams.map((stream) =>
      demand(plan, stream, year, serve?.[stream.key]?.[year] ?? limits.service ?? undefined)
    )
  ]);
  return [...limited, ...limit(plan, "carbon", "", -1, limits.carbon ?? undefined, () => plan.carbon())];
}

function inRegion(plan: Decisions, {power, water, rent}: PlanLimits, region: string, year: number): Limit[] {
  const there = plan.data.sites.filter((site) => site.region === region);
  return [
    ...limit(plan, "power", region, year, power[region]?.[year], () => there.flatMap((site) => plan.power(site, year))),
    ...limit(plan, "water", region, year, water[region]?.[year], () => there.flatMap((site) => plan.water(site, year))),
    ...limit(plan, "rent", region, year, rent[region]?.[year], () => there.flatMap((site) => plan.rented(site, year)))
  ];
}

function millions(bound: number | undefined): number | undefined {
  return bound === undefined ? undefined : bound / MILLION;
}

/** Unit, description and shadow-price unit of each limit. */
const words: Record<LimitKind, {unit: string; doc: string; priced: string}> = {
  power: {unit: "MW", doc: "IT power that sites of the region can draw", priced: "USD/MW-month"},
  water: {unit: "m3/month", doc: "On-site water permitted in the region", priced: "USD/m3"},
  rent: {unit: "GPU", doc: "Accelerators available to rent in the region", priced: "USD/GPU-month"},
  memory: {
    unit: "GB/month",
    doc: "Memory, packaged with accelerators, that manufacturers deliver beyond initial orders",
    priced: "USD/GB"
  },
  capital: {
    unit: "M USD",
    doc: "Spending on accelerators and buildings, net of sales",
    priced: "USD/USD"
  },
  carbon: {
    unit: "tCO2e",
    doc: "Operational and embodied emissions over all years",
    priced: "USD/tCO2e"
  },
  demand: {
    unit: "share",
    doc: "Requests served: at most the demand, and at least the required share",
    priced: "USD/M request"
  }
};

/** Adds a limit, if there is one. */
function limit(
  plan: Decisions,
  kind: LimitKind,
  key: string,
  year: number,
  bound: number | undefined,
  terms: () => readonly Term[]
): Limit[] {
  if (bound === undefined || !Number.isFinite(bound)) return [];
  const {priced, ...label} = words[kind];
  const place = [...(key === "" ? [] : [key]), ...(year < 0 ? [] : [year])];
  const constraint = plan.program.atMost({name: plan.name(kind, ...place), ...label}, terms(), bound);
  return [{kind, key, year, constraint, factor: plan.sign * factorOf(plan, kind, year), unit: priced}];
}

/** Converts a shadow price from millions of USD of present value per unit to money of the year, per unit and month. */
function factorOf({data}: Decisions, kind: LimitKind, year: number): number {
  if (kind === "carbon") return MILLION;
  if (kind === "capital") return 1 / discount(data, year, "start");
  return MILLION / (MONTHS * discount(data, year, "middle"));
}

/** A stream's service: at most its demand, at least the required share. */
function demand(plan: Decisions, stream: Stream, year: number, share: number | undefined): Limit {
  const {priced, ...label} = words.demand;
  const terms = plan.services
    .filter((service) => service.stream === stream && service.year === year)
    .map((service): Term => [service.share, 1]);
  const least = share ?? (plan.options.goal === "cost" ? 1 : 0);
  const constraint = plan.program.within({name: plan.name("demand", stream.key, year), ...label}, terms, least, 1);
  const requests = (stream.requests[year]! * MONTHS) / MILLION;
  const factor = (plan.sign * MILLION) / (requests * discount(plan.data, year, "middle"));
  return {kind: "demand", key: stream.key, year, constraint, factor, unit: priced};
}
