import type {Decisions} from "./decisions.js";
import type {Site} from "./data.js";
import {discount, HOURS_A_YEAR, MILLION, MONTHS, scaled} from "./units.js";
import type {Term} from "../program.js";

/** The costs of a plan by item, in millions of USD of present value; proceeds are negative. */
export function costsOf(plan: Decisions): Map<string, Term[]> {
  const items = new Map<string, Term[]>();
  for (const [item, terms] of [...plan.years.flatMap((year) => inYear(plan, year)), ...leftInTheEnd(plan)])
    items.set(item, [...(items.get(item) ?? []), ...terms]);
  return items;
}

/** The revenue of a plan, or the value of the work that it serves, in millions of USD of present value. */
export function incomeOf({services, options, data}: Decisions): Term[] {
  return services.map(({stream, share, year}) => {
    const earned = options.goal === "value" ? stream.value[year]! : stream.revenue[year]!;
    return [share, (earned * MONTHS * discount(data, year, "middle")) / MILLION];
  });
}

type Item = readonly [item: string, terms: Term[]];

function inYear(plan: Decisions, year: number): Item[] {
  const {data, fleet} = plan;
  const start = discount(data, year, "start");
  const middle = discount(data, year, "middle");
  const assets = data.assets.flatMap((asset): Item[] => {
    const monthly = (cost: number): Term[] => scaled(fleet.installed(asset, year), (cost * MONTHS * middle) / MILLION);
    return [
      ["accelerators", scaled(fleet.bought(asset, year), (fleet.kind(asset).price[year]! * start) / MILLION)],
      ["sales", scaled(fleet.sales(asset, year), -start / MILLION)],
      ["maintenance", scaled(fleet.insured(asset, year), (data.upkeep * middle) / MILLION)],
      ["engineers and overhead", monthly(asset.care[year]!)],
      ["electricity and water", monthly(asset.idleCost[year]!)]
    ];
  });
  const rent = plan.rentals
    .filter((rental) => rental.year === year)
    .map(({asset, gpus}): Item => {
      const price = fleet.kind(asset).rent![year]!;
      return ["rent", [[gpus, (price * HOURS_A_YEAR * middle) / MILLION]]];
    });
  return [...assets, ...data.sites.flatMap((site) => atSite(plan, site, year)), ...rent];
}

function atSite(plan: Decisions, site: Site, year: number): Item[] {
  const start = discount(plan.data, year, "start");
  const middle = discount(plan.data, year, "middle");
  const upkeep = (site.hallUpkeep * MONTHS * middle) / MILLION;
  const busy = plan.busy(site, year, ({busyCost}) => busyCost[year]!);
  const electricity: Item = ["electricity and water", scaled(busy, (MONTHS * middle) / MILLION)];
  if (!site.owned) return [electricity, ["halls", scaled(plan.power(site, year), upkeep)]];
  const built = plan.halls.filter((hall) => hall.site === site && hall.year === year);
  return [
    electricity,
    ["halls", [[plan.standing, site.hall * upkeep]]],
    ["halls", plan.opened(site, year).map(({power}) => [power, upkeep])],
    ["halls", built.map(({power}) => [power, (site.hallCost * start) / MILLION])]
  ];
}

/** Assets left at the end count at book value. */
function leftInTheEnd({data, fleet, halls, standing}: Decisions): Item[] {
  const {years, hallLife, hallResidual, life, age, sites} = data;
  const end = discount(data, years.length, "start");
  const book = (old: number): number => 1 - (1 - hallResidual) * Math.min(1, old / hallLife);
  const stood = sites
    .filter(({owned}) => owned)
    .map(({hall, hallCost}): Term => {
      return [standing, (-hall * hallCost * book((age / life) * hallLife + years.length) * end) / MILLION];
    });
  const built = halls.map(({site, year, power}): Term => {
    return [power, (-site.hallCost * book(years.length - year) * end) / MILLION];
  });
  return [["left in the end", [...scaled(fleet.left(), -end / MILLION), ...stood, ...built]]];
}
