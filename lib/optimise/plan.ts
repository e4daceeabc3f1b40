import {Fleet} from "./plan-fleet.js";
import {Program, type Constraint, type Term, type Variable} from "./program.js";
import type {Asset, Placement, PlanData, PlanLimits, Site, Stream} from "./plan-data.js";

/** What a plan is to be best at: money earned, output gained less cost, or the least cost of serving what must be served. */
export const goals = ["npv", "value", "cost"] as const;
export type Goal = (typeof goals)[number];

export interface PlanOptions {
  goal: Goal;
  limits: PlanLimits;
  /** Limits on latency, of those that deployments state: one that placements are made for. */
  latency?: number;
  /** Whether accelerators are bought in whole servers or racks. */
  whole?: boolean;
  /** Share of each stream that must be served in each year, where that is not one share for all. */
  serve?: Readonly<Record<string, readonly number[]>>;
}

/** The limits that a plan may meet. */
export const limitKinds = ["power", "water", "rent", "memory", "capital", "carbon", "demand"] as const;
export type LimitKind = (typeof limitKinds)[number];

/** A constraint that stands for a limit of the world, not for arithmetic. */
export interface Limit {
  kind: LimitKind;
  /** Region or stream; empty where there is one for all. */
  key: string;
  /** Position of the year; -1 for all years together. */
  year: number;
  constraint: Constraint;
  /** What one more unit is worth is shadow price times this, in `unit`. */
  factor: number;
  unit: string;
}

/** A share of a stream's requests served by a kind at a site, in hardware of one's own or rented. */
export interface Service {
  stream: Stream;
  placement: Placement;
  asset: Asset;
  year: number;
  rented: boolean;
  share: Variable;
  /** Accelerators that the whole stream would need. */
  gpus: number;
}

/** Accelerators of one kind at one site rented for a year. */
export interface Rental {
  asset: Asset;
  year: number;
  gpus: Variable;
}

/** A hall that opens at the start of a year, MW. */
export interface Hall {
  site: Site;
  year: number;
  power: Variable;
}

/** A plan as a program, with the variables by what they stand for. */
export interface PlanProgram {
  program: Program;
  data: PlanData;
  options: PlanOptions;
  services: Service[];
  rentals: Rental[];
  halls: Hall[];
  fleet: Fleet;
  limits: Limit[];
  /** Terms of cost, by what is paid, in millions of USD of present value. */
  costs: Map<string, Term[]>;
  /** Terms of what is earned: revenue, or output gained. */
  income: Term[];
  /** Terms of greenhouse gas, tCO2e. */
  carbon: Term[];
}

const MONTHS = 12;
export const HOURS_A_YEAR = 8766;
export const MILLION = 1e6;

/** The plan's program: what to serve where, what to rent, buy, build and sell each year. */
export function planProgram(data: PlanData, options: PlanOptions): PlanProgram {
  return new Planner(data, options).plan();
}

/** What a unit of money at the start, or in the middle, of a year is worth at the start of the plan. */
export function discount({rate}: PlanData, year: number, at: "start" | "middle"): number {
  return (1 + rate) ** -(year + (at === "middle" ? 0.5 : 0));
}

class Planner {
  private readonly program: Program;
  private readonly fleet: Fleet;
  private readonly services: Service[];
  private readonly rentals: Rental[];
  private readonly halls: Hall[];
  private readonly limits: Limit[] = [];
  private readonly costs = new Map<string, Term[]>();
  private readonly income: Term[] = [];
  private readonly carbon: Term[] = [];
  private readonly standing: Variable;

  constructor(
    private readonly data: PlanData,
    private readonly options: PlanOptions
  ) {
    this.program = new Program(options.goal === "cost" ? "minimise" : "maximise", "M USD");
    this.standing = this.program.variable(
      {name: "standing halls", unit: "1", doc: "Halls that stand at the start, which stay"},
      {least: 1, most: 1}
    );
    this.fleet = new Fleet(this.program, data, options.whole ?? false);
    this.rentals = this.hire();
    this.services = this.serve();
    this.halls = this.build();
  }

  plan(): PlanProgram {
    const {program, data, options, services, rentals, halls, fleet, limits, costs, income, carbon} = this;
    this.keepCapacity();
    this.keepLimits();
    this.countCosts();
    this.countIncome();
    for (const terms of costs.values()) program.count(...scaled(terms, -this.sign));
    if (options.goal !== "cost") program.count(...income);
    return {program, data, options, services, rentals, halls, fleet, limits, costs, income, carbon};
  }

  private get years(): number[] {
    return this.data.years.map((_, year) => year);
  }

  private name(kind: string, ...of: (string | number)[]): string {
    const named = of.map((one) => (typeof one === "number" ? this.data.years[one]! : one));
    return named.length === 0 ? kind : `${kind}[${named.join(",")}]`;
  }

  private hire(): Rental[] {
    return this.data.assets.flatMap((asset) => {
      const {rent} = this.data.kinds.find(({key}) => key === asset.kind)!;
      if (rent === null || !(asset.site in this.rentable())) return [];
      return this.years.map((year) => {
        const words = {unit: "GPU", doc: `${asset.kind} rented at ${asset.site} in ${this.data.years[year]!}`};
        return {
          asset,
          year,
          gpus: this.program.variable({name: this.name("rent", asset.kind, asset.site, year), ...words})
        };
      });
    });
  }

  /** Sites in whose region anything may be rented. */
  private rentable(): Record<string, true> {
    const {rent} = this.options.limits;
    const sites = this.data.sites.filter(({region}) => rent[region]?.some((most) => !(most <= 0)) ?? true);
    return Object.fromEntries(sites.map(({key}) => [key, true]));
  }

  private serve(): Service[] {
    const {latency = 1} = this.options;
    const {streams, placements, assets} = this.data;
    return placements
      .filter((placement) => placement.latency === latency)
      .flatMap((placement) => {
        const stream = streams.find(({key}) => key === placement.stream)!;
        return assets
          .filter(({kind}) => kind === placement.kind)
          .flatMap((asset) => this.years.flatMap((year) => this.service(stream, placement, asset, year)));
      });
  }

  private service(stream: Stream, placement: Placement, asset: Asset, year: number): Service[] {
    const gpus = stream.work[year]! / placement.rate;
    const of = (rented: boolean): Service => {
      const name = this.name(rented ? "serve rented" : "serve", stream.key, asset.kind, asset.site, year);
      const doc = `Share of ${stream.key} served by ${rented ? "rented " : ""}${asset.kind} at ${asset.site}`;
      return {stream, placement, asset, year, rented, gpus, share: this.program.variable({name, unit: "share", doc})};
    };
    const hired = this.rentals.some((rental) => rental.asset === asset && rental.year === year);
    return [...(this.fleet.present(asset, year) ? [of(false)] : []), ...(hired ? [of(true)] : [])];
  }

  private build(): Hall[] {
    return this.data.sites
      .filter(({owned}) => owned)
      .flatMap((site) =>
        this.years.map((year) => {
          const words = {unit: "MW", doc: `Halls built at ${site.name}, open from ${this.data.years[year]!} on`};
          const most = year < this.data.wait ? this.ordered(site) : Infinity;
          return {
            site,
            year,
            power: this.program.variable({name: this.name("build", site.key, year), ...words}, {most})
          };
        })
      );
  }

  /** IT power of the accelerators on order at the start that come in a year, for which halls are being built, MW. */
  private ordered(site: Site): number {
    return this.at(site).reduce(
      (sum, asset) => sum + (asset.ordered / this.data.wait) * this.fleet.kind(asset).power,
      0
    );
  }

  /** What is served needs accelerators, and these a place. */
  private keepCapacity(): void {
    for (const asset of this.data.assets)
      for (const year of this.years) {
        const own = this.used(asset, year, false);
        const words = {unit: "GPU", doc: `What ${asset.kind} at ${asset.site} serve fits what is there`};
        if (own.length > 0)
          this.program.atMost(
            {name: this.name("capacity", asset.kind, asset.site, year), ...words},
            [...own, ...scaled(this.fleet.installed(asset, year), -asset.allocatable)],
            0
          );
        const rental = this.rentals.find((one) => one.asset === asset && one.year === year);
        if (rental)
          this.program.atMost(
            {name: this.name("rented capacity", asset.kind, asset.site, year), ...words},
            [...this.used(asset, year, true), [rental.gpus, -1]],
            0
          );
      }
    for (const site of this.data.sites.filter(({owned}) => owned))
      for (const year of this.years)
        this.program.atMost(
          {
            name: this.name("hall", site.key, year),
            unit: "MW",
            doc: `Accelerators at ${site.name} stand in halls that are there`
          },
          [...this.power(site, year), ...this.opened(site, year).map(({power}) => [power, -1] as const)],
          site.hall
        );
  }

  private keepLimits(): void {
    const {limits, serve} = this.options;
    const {streams, sites} = this.data;
    const regions = [...new Set(sites.map(({region}) => region))];
    for (const year of this.years) {
      const middle = MILLION / (MONTHS * discount(this.data, year, "middle"));
      for (const region of regions) {
        const there = sites.filter((site) => site.region === region);
        this.limit("power", region, year, "MW", limits.power[region]?.[year], middle, "USD/MW-month", () =>
          there.flatMap((site) => this.power(site, year))
        );
        this.limit("water", region, year, "m3/month", limits.water[region]?.[year], middle, "USD/m3", () =>
          there.flatMap((site) => this.water(site, year))
        );
        this.limit("rent", region, year, "GPU", limits.rent[region]?.[year], middle, "USD/GPU-month", () =>
          this.rentals
            .filter((one) => one.year === year && there.some(({key}) => key === one.asset.site))
            .map(({gpus}) => [gpus, 1])
        );
      }
      this.limit("memory", "", year, "GB/month", limits.memory[year], middle, "USD/GB", () => this.memory(year));
      const capital = limits.capital[year] === undefined ? undefined : limits.capital[year] / MILLION;
      this.limit("capital", "", year, "M USD", capital, 1 / discount(this.data, year, "start"), "USD/USD", () =>
        this.capital(year)
      );
      for (const stream of streams)
        this.demand(stream, year, serve?.[stream.key]?.[year] ?? limits.service ?? undefined);
    }
    this.emissions();
    this.limit("carbon", "", -1, "tCO2e", limits.carbon ?? undefined, MILLION, "USD/tCO2e", () => this.carbon);
  }

  private limit(
    kind: LimitKind,
    key: string,
    year: number,
    unit: string,
    bound: number | undefined,
    factor: number,
    priced: string,
    terms: () => readonly Term[]
  ): void {
    if (bound === undefined || !Number.isFinite(bound)) return;
    const of = [...(key === "" ? [] : [key]), ...(year < 0 ? [] : [year])];
    const constraint = this.program.atMost({name: this.name(kind, ...of), unit, doc: limitWords[kind]}, terms(), bound);
    this.limits.push({kind, key, year, constraint, factor: factor * this.sign, unit: priced});
  }

  /** Less cost is worth as much as more money. */
  private get sign(): 1 | -1 {
    return this.options.goal === "cost" ? -1 : 1;
  }

  /** No more of a stream than there is; as much as must be. */
  private demand(stream: Stream, year: number, share: number | undefined): void {
    const terms = this.services
      .filter((one) => one.stream === stream && one.year === year)
      .map((one) => [one.share, 1] as const);
    const words = {name: this.name("demand", stream.key, year), unit: "share", doc: limitWords.demand};
    const least = share ?? (this.options.goal === "cost" ? 1 : 0);
    const constraint = this.program.within(words, terms, least, 1);
    const requests = (stream.requests[year]! * MONTHS) / MILLION;
    const factor = MILLION / (requests * discount(this.data, year, "middle"));
    this.limits.push({
      kind: "demand",
      key: stream.key,
      year,
      constraint,
      factor: factor * this.sign,
      unit: "USD/M request"
    });
  }

  private used(asset: Asset, year: number, rented: boolean): Term[] {
    return this.services
      .filter((one) => one.asset === asset && one.year === year && one.rented === rented)
      .map(({share, gpus}) => [share, gpus]);
  }

  private opened(site: Site, year: number): Hall[] {
    return this.halls.filter((hall) => hall.site === site && hall.year <= year);
  }

  private at(site: Site): Asset[] {
    return this.data.assets.filter((asset) => asset.site === site.key);
  }

  private power(site: Site, year: number): Term[] {
    return this.at(site).flatMap((asset) => scaled(this.fleet.installed(asset, year), this.fleet.kind(asset).power));
  }

  private busy(site: Site, year: number, of: (asset: Asset) => number): Term[] {
    return this.services
      .filter((one) => !one.rented && one.year === year && one.asset.site === site.key)
      .map(({share, gpus, stream, asset}) => [share, gpus * stream.busy[year]! * of(asset)]);
  }

  private water(site: Site, year: number): Term[] {
    return [
      ...this.at(site).flatMap((asset) => scaled(this.fleet.installed(asset, year), asset.idleWater)),
      ...this.busy(site, year, ({busyWater}) => busyWater)
    ];
  }

  private memory(year: number): Term[] {
    return this.data.assets.flatMap((asset) =>
      scaled(this.fleet.ordered(asset, year), this.fleet.kind(asset).memory / MONTHS)
    );
  }

  private capital(year: number): Term[] {
    return [
      ...this.data.assets.flatMap((asset) => [
        ...scaled(this.fleet.bought(asset, year), this.fleet.kind(asset).price[year]! / MILLION),
        ...scaled(this.fleet.sales(asset, year), -1 / MILLION)
      ]),
      ...this.halls
        .filter((hall) => hall.year === year)
        .map(({site, power}) => [power, site.hallCost / MILLION] as const)
    ];
  }

  private emissions(): void {
    const {kinds, sites, life} = this.data;
    for (const year of this.years) {
      for (const site of sites)
        this.carbon.push(
          ...this.at(site).flatMap((asset) => [
            ...scaled(this.fleet.installed(asset, year), asset.idleCarbon * MONTHS),
            ...scaled(this.fleet.bought(asset, year), this.fleet.kind(asset).making)
          ]),
          ...this.busy(site, year, ({busyCarbon}) => busyCarbon * MONTHS)
        );
      for (const {asset, gpus} of this.rentals.filter((one) => one.year === year))
        this.carbon.push([gpus, asset.idleCarbon * MONTHS + kinds.find(({key}) => key === asset.kind)!.making / life]);
      for (const {share, gpus, stream, asset} of this.services.filter((one) => one.rented && one.year === year))
        this.carbon.push([share, gpus * stream.busy[year]! * asset.busyCarbon * MONTHS]);
    }
  }

  private countCosts(): void {
    for (const year of this.years) {
      const [start, middle] = [discount(this.data, year, "start"), discount(this.data, year, "middle")];
      for (const asset of this.data.assets) {
        const kind = this.fleet.kind(asset);
        const monthly = (cost: number): Term[] =>
          scaled(this.fleet.installed(asset, year), (cost * MONTHS * middle) / MILLION);
        this.pay("accelerators", scaled(this.fleet.bought(asset, year), (kind.price[year]! * start) / MILLION));
        this.pay("sales", scaled(this.fleet.sales(asset, year), -start / MILLION));
        this.pay("maintenance", scaled(this.fleet.insured(asset, year), (this.data.upkeep * middle) / MILLION));
        this.pay("engineers and overhead", monthly(asset.care[year]!));
        this.pay("electricity and water", monthly(asset.idleCost[year]!));
      }
      for (const site of this.data.sites) this.payFor(site, year, start, middle);
      for (const {asset, gpus} of this.rentals.filter((one) => one.year === year))
        this.pay("rent", [[gpus, (this.fleet.kind(asset).rent![year]! * HOURS_A_YEAR * middle) / MILLION]]);
    }
    this.payBack();
  }

  private payFor(site: Site, year: number, start: number, middle: number): void {
    const upkeep = (site.hallUpkeep * MONTHS * middle) / MILLION;
    this.pay(
      "electricity and water",
      scaled(
        this.busy(site, year, ({busyCost}) => busyCost[year]!),
        (MONTHS * middle) / MILLION
      )
    );
    if (!site.owned) return this.pay("halls", scaled(this.power(site, year), upkeep));
    this.pay("halls", [[this.standing, site.hall * upkeep]]);
    for (const {power} of this.opened(site, year)) this.pay("halls", [[power, upkeep]]);
    for (const hall of this.halls.filter((one) => one.site === site && one.year === year))
      this.pay("halls", [[hall.power, (site.hallCost * start) / MILLION]]);
  }

  /** What is left in the end is worth its book value. */
  private payBack(): void {
    const {years, hallLife, hallResidual, life, age} = this.data;
    const end = discount(this.data, years.length, "start");
    const book = (old: number): number => 1 - (1 - hallResidual) * Math.min(1, old / hallLife);
    this.pay("left in the end", scaled(this.fleet.left(), -end / MILLION));
    for (const site of this.data.sites.filter(({owned}) => owned)) {
      const standing = site.hall * site.hallCost * book((age / life) * hallLife + years.length);
      this.pay("left in the end", [[this.standing, (-standing * end) / MILLION]]);
    }
    for (const {site, year, power} of this.halls)
      this.pay("left in the end", [[power, (-site.hallCost * book(years.length - year) * end) / MILLION]]);
  }

  private pay(what: string, terms: readonly Term[]): void {
    this.costs.set(what, [...(this.costs.get(what) ?? []), ...terms]);
  }

  private countIncome(): void {
    for (const {stream, share, year} of this.services) {
      const earned = this.options.goal === "value" ? stream.value[year]! : stream.revenue[year]!;
      this.income.push([share, (earned * MONTHS * discount(this.data, year, "middle")) / MILLION]);
    }
  }
}

const limitWords: Record<LimitKind, string> = {
  power: "IT power that sites of the region can draw",
  water: "Water on site that the region lets them draw",
  rent: "Accelerators to be rented in the region",
  memory: "Memory, packaged with its accelerators, that makers deliver beyond what is on order at the start",
  capital: "What can be spent on accelerators and halls, net of what is sold",
  carbon: "Greenhouse gas of electricity and of making accelerators, over all years",
  demand: "Requests are served no more than they are asked, and as much as they must be"
};

/** Terms times a factor. */
export function scaled(terms: readonly Term[], factor: number): Term[] {
  return terms.map(([variable, coefficient]) => [variable, coefficient * factor] as const);
}
