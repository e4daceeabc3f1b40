import type {PlanAction, PlanProgram, PlanService} from "./types.js";
import {HOURS_A_YEAR} from "./units.js";
import type {Term} from "../program.js";
import type {Solution} from "../solve.js";

/** Smaller quantities are the solver's rounding. */
const least = 1e-6;

/** Actions on accelerators and data-centre capacity. */
export function actions({data, fleet, rentals, halls}: PlanProgram, solution: Solution): PlanAction[] {
  const regionOf = (site: string): string => data.sites.find(({key}) => key === site)!.region;
  const gpus = (
    site: string,
    kind: string,
    year: number,
    action: PlanAction["action"],
    quantity: number,
    amount: number
  ) => ({
    year: data.years[year]!,
    site,
    region: regionOf(site),
    kind,
    action,
    quantity,
    unit: "GPU" as const,
    amount,
    power: quantity * data.kinds.find(({key}) => key === kind)!.power
  });
  const owned = data.assets.flatMap((asset) =>
    data.years.flatMap((_, year) => {
      const bought = sum(fleet.bought(asset, year), solution);
      const sold = sum(fleet.sold(asset, year), solution);
      const entry = (action: PlanAction["action"], quantity: number, amount: number) =>
        gpus(asset.site, asset.kind, year, action, quantity, amount);
      return [
        entry(year < data.wait ? "receive" : "buy", bought, bought * fleet.kind(asset).price[year]!),
        entry("sell", sold, -sum(fleet.sales(asset, year), solution)),
        entry("hold", sum(fleet.installed(asset, year), solution), 0)
      ];
    })
  );
  const rented = rentals.map(({asset, year, gpus: variable}) => {
    const quantity = solution.amountOf(variable);
    return gpus(
      asset.site,
      asset.kind,
      year,
      "rent",
      quantity,
      quantity * fleet.kind(asset).rent![year]! * HOURS_A_YEAR
    );
  });
  const built = halls.map(({site, year, power}): PlanAction => {
    const quantity = solution.amountOf(power);
    const place = {year: data.years[year]!, site: site.key, region: site.region, kind: ""};
    return {...place, action: "build", quantity, unit: "MW", amount: quantity * site.hallCost, power: quantity};
  });
  return [...owned, ...rented, ...built].filter(({quantity}) => quantity > least);
}

/** Where streams of requests are served. */
export function services({data, services: choices}: PlanProgram, solution: Solution): PlanService[] {
  return choices
    .map(({stream, asset, year, rented, share, gpus}) => ({
      year: data.years[year]!,
      stream: stream.key,
      site: asset.site,
      region: data.sites.find(({key}) => key === asset.site)!.region,
      kind: asset.kind,
      rented,
      share: solution.amountOf(share),
      gpus: gpus * solution.amountOf(share)
    }))
    .filter(({share}) => share > least);
}

/** The value of a sum of terms in a solution. */
export function sum(terms: readonly Term[], {amountOf}: Solution): number {
  return terms.reduce((total, [variable, coefficient]) => total + coefficient * amountOf(variable), 0);
}
