import {Fleet} from "./fleet.js";
import type {Asset, Placement, PlanData, Site, Stream} from "./data.js";
import type {Hall, PlanOptions, Rental, Service} from "./types.js";
import {MILLION, MONTHS, scaled} from "./units.js";
import {Program, type Term, type Variable} from "../program.js";

/** The variables of a plan, by meaning, and the quantities that follow from them. */
export class Decisions {
  readonly program: Program;
  readonly fleet: Fleet;
  readonly services: Service[];
  readonly rentals: Rental[];
  readonly halls: Hall[];
  /** Fixed at 1, for existing buildings, which stay. */
  readonly standing: Variable;

  constructor(
    readonly data: PlanData,
    readonly options: PlanOptions
  ) {
    this.program = new Program(options.goal === "cost" ? "minimise" : "maximise", "M USD");
    this.standing = this.program.variable(
      {name: "standing halls", unit: "1", doc: "Existing buildings, which stay"},
      {least: 1, most: 1}
    );
    this.fleet = new Fleet(this.program, data, options.whole ?? false);
    this.rentals = this.hire();
    this.services = this.serve();
    this.halls = this.build();
  }

  get years(): number[] {
    return this.data.years.map((_, year) => year);
  }

  name(kind: string, ...subjects: (string | number)[]): string {
    const named = subjects.map((subject) => (typeof subject === "number" ? this.data.years[subject]! : subject));
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

  /** Sites in regions where anything can be rented. */
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
    const serviceOf = (rented: boolean): Service => {
      const name = this.name(rented ? "serve rented" : "serve", stream.key, asset.kind, asset.site, year);
      const doc = `Share of ${stream.key} served by ${rented ? "rented " : ""}${asset.kind} at ${asset.site}`;
      return {stream, placement, asset, year, rented, gpus, share: this.program.variable({name, unit: "share", doc})};
    };
    const hired = this.rentals.some((rental) => rental.asset === asset && rental.year === year);
    return [...(this.fleet.present(asset, year) ? [serviceOf(false)] : []), ...(hired ? [serviceOf(true)] : [])];
  }

  private build(): Hall[] {
    return this.data.sites
      .filter(({owned}) => owned)
      .flatMap((site) =>
        this.years.map((year) => {
          const words = {unit: "MW", doc: `Capacity built at ${site.name}, open from ${this.data.years[year]!} on`};
          const most = year < this.data.wait ? this.ordered(site) : Infinity;
          return {
            site,
            year,
            power: this.program.variable({name: this.name("build", site.key, year), ...words}, {most})
          };
        })
      );
  }

  /**
   * IT power of the initially ordered accelerators that arrive in a year, for which buildings are under construction,
   * MW.
   */
  private ordered(site: Site): number {
    return this.at(site).reduce(
      (sum, asset) => sum + (asset.ordered / this.data.wait) * this.fleet.kind(asset).power,
      0
    );
  }

  used(asset: Asset, year: number, rented: boolean): Term[] {
    return this.services
      .filter((service) => service.asset === asset && service.year === year && service.rented === rented)
      .map(({share, gpus}) => [share, gpus]);
  }

  opened(site: Site, year: number): Hall[] {
    return this.halls.filter((hall) => hall.site === site && hall.year <= year);
  }

  private at(site: Site): Asset[] {
    return this.data.assets.filter((asset) => asset.site === site.key);
  }

  power(site: Site, year: number): Term[] {
    return this.at(site).flatMap((asset) => scaled(this.fleet.installed(asset, year), this.fleet.kind(asset).power));
  }

  busy(site: Site, year: number, perAsset: (asset: Asset) => number): Term[] {
    return this.services
      .filter((service) => !service.rented && service.year === year && service.asset.site === site.key)
      .map((service) => [service.share, active(service) * perAsset(service.asset)]);
  }

  water(site: Site, year: number): Term[] {
    return [
      ...this.at(site).flatMap((asset) => scaled(this.fleet.installed(asset, year), asset.idleWater)),
      ...this.busy(site, year, ({busyWater}) => busyWater)
    ];
  }

  memory(year: number): Term[] {
    return this.data.assets.flatMap((asset) =>
      scaled(this.fleet.ordered(asset, year), this.fleet.kind(asset).memory / MONTHS)
    );
  }

  capital(year: number): Term[] {
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

  /** Accelerators rented at a site, GPU. */
  rented(site: Site, year: number): Term[] {
    return this.rentals
      .filter((rental) => rental.year === year && rental.asset.site === site.key)
      .map(({gpus}) => [gpus, 1]);
  }

  /**
   * Emissions over all years, tCO2e: those of electricity, and embodied in purchases; rented accelerators count for a
   * year's part.
   */
  carbon(): Term[] {
    return this.years.flatMap((year) => [
      ...this.data.assets.flatMap((asset) => [
        ...scaled(this.fleet.installed(asset, year), asset.idleCarbon * MONTHS),
        ...scaled(this.fleet.bought(asset, year), this.fleet.kind(asset).making)
      ]),
      ...this.rentals
        .filter((rental) => rental.year === year)
        .map(({asset, gpus}): Term => [
          gpus,
          asset.idleCarbon * MONTHS + this.fleet.kind(asset).making / this.data.life
        ]),
      ...this.services
        .filter((service) => service.year === year)
        .map((service): Term => [service.share, active(service) * service.asset.busyCarbon * MONTHS])
    ]);
  }

  get regions(): string[] {
    return [...new Set(this.data.sites.map(({region}) => region))];
  }

  /** The sign with which cost enters the objective: reducing cost is worth as much as raising income. */
  get sign(): 1 | -1 {
    return this.options.goal === "cost" ? -1 : 1;
  }
}

/** Number of accelerators at full load with the same power above idle as a service. */
function active({gpus, stream, placement, year}: Service): number {
  return gpus * stream.busy[year]! * placement.activity;
}
