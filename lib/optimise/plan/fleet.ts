import type {Program, Term, Variable} from "../program.js";
import type {Asset, Kind, PlanData} from "./data.js";

/** Accelerators of one age: bought at the start of one year, or in place at the outset. */
export interface Vintage {
  asset: Asset;
  kind: Kind;
  /** Index of the year of purchase; -1 for accelerators in place at the outset. */
  bought: number;
  /** Number bought; undefined for accelerators in place. */
  purchase: Variable | undefined;
  /** Number sold at the start of each year, and number kept during it; initial orders may be sold on arrival. */
  sold: Map<number, Variable>;
  kept: Map<number, Variable>;
  /** Purchase price of an accelerator, USD. */
  price: number;
}

/** The accelerators of a plan: bought, kept and sold by kind, site and age. */
export class Fleet {
  readonly vintages: Vintage[];
  private readonly kinds: Map<string, Kind>;

  constructor(
    private readonly program: Program,
    private readonly data: PlanData,
    private readonly whole: boolean
  ) {
    this.kinds = new Map(data.kinds.map((kind) => [kind.key, kind]));
    this.vintages = data.assets.flatMap((asset) => this.ages(asset).map((bought) => this.vintage(asset, bought)));
  }

  kind({kind}: Asset): Kind {
    return this.kinds.get(kind)!;
  }

  /** Whether any can be present in a year. */
  present(asset: Asset, year: number): boolean {
    return this.vintagesOf(asset).some((vintage) => vintage.kept.has(year) && this.alive(vintage, year) > 0);
  }

  /** Accelerators in service, GPU: those kept, for the part of the year before their life ends. */
  installed(asset: Asset, year: number): Term[] {
    return this.each(asset, (vintage) => term(vintage.kept.get(year), this.alive(vintage, year)));
  }

  /** Accelerators ordered by the plan that arrive at the start of a year, GPU. */
  ordered(asset: Asset, year: number): Term[] {
    return year < this.data.wait ? [] : this.bought(asset, year);
  }

  /** Accelerators bought at the start of a year, GPU. */
  bought(asset: Asset, year: number): Term[] {
    return this.each(asset, (vintage) =>
      vintage.bought === year ? term(vintage.purchase, this.unit(vintage.kind)) : []
    );
  }

  /** Accelerators sold at the start of a year, GPU. */
  sold(asset: Asset, year: number): Term[] {
    return this.each(asset, (vintage) => term(vintage.sold.get(year), 1));
  }

  /** Proceeds of sales at the start of a year, USD: book value, discounted for sales before the end of service life. */
  sales(asset: Asset, year: number): Term[] {
    return this.each(asset, (vintage) => {
      const early = this.age(vintage, year) < this.data.life;
      return term(vintage.sold.get(year), this.book(vintage, year) * (early ? this.data.resale : 1));
    });
  }

  /** Purchase price of accelerators in service, USD. */
  insured(asset: Asset, year: number): Term[] {
    return this.each(asset, (vintage) => term(vintage.kept.get(year), this.alive(vintage, year) * vintage.price));
  }

  /** Final book value, USD. */
  left(): Term[] {
    const last = this.data.years.length;
    return this.vintages.flatMap((vintage) => term(vintage.kept.get(last - 1), this.book(vintage, last)));
  }

  private vintagesOf(asset: Asset): Vintage[] {
    return this.vintages.filter((vintage) => vintage.asset === asset);
  }

  private each(asset: Asset, terms: (vintage: Vintage) => Term[]): Term[] {
    return this.vintagesOf(asset).flatMap(terms);
  }

  /** Years in which accelerators of an asset are bought; until new orders can arrive, initial orders do. */
  private ages(asset: Asset): number[] {
    const {from} = this.kind(asset);
    const years = this.data.years.map((_, year) => year);
    const possible = years.filter((year) => (year < this.data.wait ? asset.ordered > 0 : year >= from));
    return [...(asset.held > 0 ? [-1] : []), ...possible];
  }

  private vintage(asset: Asset, bought: number): Vintage {
    const kind = this.kind(asset);
    const place = `${asset.kind},${asset.site}`;
    const when = bought < 0 ? "held" : this.data.years[bought]!;
    const vintage: Vintage = {
      asset,
      kind,
      bought,
      price: kind.price[Math.max(0, bought)]!,
      purchase: bought < 0 ? undefined : this.purchase(asset, bought),
      sold: new Map(),
      kept: new Map()
    };
    for (let year = Math.max(0, bought); year < this.data.years.length; ++year) {
      const name = this.data.years[year]!;
      const doc = `${asset.kind} at ${asset.site}, ${bought < 0 ? "in place at the outset" : `bought in ${when}`}`;
      vintage.kept.set(year, this.program.variable({name: `keep[${place},${when},${name}]`, unit: "GPU", doc}));
      if (year > bought || year < this.data.wait)
        vintage.sold.set(year, this.program.variable({name: `sell[${place},${when},${name}]`, unit: "GPU", doc}));
      this.program.equal(
        {
          name: `stock[${place},${when},${name}]`,
          unit: "GPU",
          doc: "Accelerators kept are those held before, less sales"
        },
        [...term(vintage.kept.get(year), 1), ...term(vintage.sold.get(year), 1), ...this.before(vintage, year)],
        bought < 0 && year === 0 ? asset.held : 0
      );
    }
    return vintage;
  }

  private purchase(asset: Asset, year: number): Variable {
    const {key} = this.kind(asset);
    const words = {
      name: `buy[${key},${asset.site},${this.data.years[year]!}]`,
      unit: this.whole ? "server" : "GPU",
      doc: `${key} bought for ${asset.site}, in service from ${this.data.years[year]!} on`
    };
    if (year >= this.data.wait) return this.program.variable(words, {whole: this.whole});
    const ordered = asset.ordered / this.data.wait / this.unit(this.kind(asset));
    return this.program.variable(words, {least: ordered, most: ordered});
  }

  /** Accelerators in the smallest unit on sale. */
  private unit({server}: Kind): number {
    return this.whole ? server : 1;
  }

  private before(vintage: Vintage, year: number): Term[] {
    if (year === vintage.bought) return term(vintage.purchase, -this.unit(vintage.kind));
    return term(vintage.kept.get(year - 1), -1);
  }

  /** Age at the start of a year, in years. */
  private age({bought}: Vintage, year: number): number {
    return bought < 0 ? this.data.age + year : year - bought;
  }

  private alive(vintage: Vintage, year: number): number {
    return Math.max(0, Math.min(1, this.data.life - this.age(vintage, year)));
  }

  /** Straight-line book value of an accelerator at the start of a year, USD. */
  private book(vintage: Vintage, year: number): number {
    const {life, residual} = this.data;
    return vintage.price * (1 - (1 - residual) * Math.min(1, this.age(vintage, year) / life));
  }
}

function term(variable: Variable | undefined, coefficient: number): Term[] {
  return variable === undefined ? [] : [[variable, coefficient]];
}
