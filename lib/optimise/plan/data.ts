/** What a plan is made from, year by year: means over the months of a year, money in USD of 2026. It is plain JSON. */
export interface PlanData {
  scenario: string;
  /** Names of the years: that in which most of their months lie. */
  years: string[];
  /** Real rate a year at which money is discounted. */
  rate: number;
  /**
   * Years that accelerators run, share of the price that is left then, and of book value that an earlier sale brings.
   */
  life: number;
  residual: number;
  resale: number;
  /** Age in years of what is held at the start. */
  age: number;
  hallLife: number;
  hallResidual: number;
  /** Maintenance and insurance a year, of the purchase price. */
  upkeep: number;
  /** Years that pass from an order to the first job, in whole years. */
  wait: number;
  sites: Site[];
  kinds: Kind[];
  assets: Asset[];
  streams: Stream[];
  placements: Placement[];
  limits: PlanLimits;
}

/** A data centre. */
export interface Site {
  key: string;
  name: string;
  region: string;
  owned: boolean;
  /** IT power of its halls at the start, MW. */
  hall: number;
  /** Construction, USD/MW. */
  hallCost: number;
  /** Operation and tax, or rent, USD/MW-month. */
  hallUpkeep: number;
}

/** A kind of accelerator. */
export interface Kind {
  key: string;
  name: string;
  /** First year in which it can be bought, by position. */
  from: number;
  /** GB/GPU. */
  memory: number;
  /** IT power, MW/GPU. */
  power: number;
  /** Greenhouse gas of making one, tCO2e/GPU. */
  making: number;
  /** With its share of server, network and storage, USD/GPU. */
  price: number[];
  /** One-year rent, USD/GPU-hour; missing where nobody quotes one. */
  rent: number[] | null;
  /** Accelerators of a server or a rack, which are bought together. */
  server: number;
}

/** A kind at a site. */
export interface Asset {
  site: string;
  kind: string;
  /** Accelerators that are there at the start, and on order: these come in equal parts while later orders wait. */
  held: number;
  ordered: number;
  /** Share that can be given out. */
  allocatable: number;
  /** Engineers, licence and overhead, USD/GPU-month. */
  care: number[];
  /** Electricity and water, USD/GPU-month: waiting, and on top under full load. */
  idleCost: number[];
  busyCost: number[];
  /** tCO2e/GPU-month. */
  idleCarbon: number;
  busyCarbon: number;
  /** m3/GPU-month. */
  idleWater: number;
  busyWater: number;
}

/** The requests to a deployment. */
export interface Stream {
  key: string;
  name: string;
  /** Mean time per output token, for 99 of 100 tokens at most, ms. */
  tpotLimit: number;
  /** request/month. */
  requests: number[];
  /** USD/month if all are served: what applications pay, less network and the provider's overhead. */
  revenue: number[];
  /** USD/month if all are served: output gained by the work. */
  value: number[];
  /** Requests a second that accelerators must be able to serve, with all room. */
  work: number[];
  /** Share of that time in which they compute. */
  busy: number[];
}

/** A stream on a kind of accelerator. */
export interface Placement {
  stream: string;
  kind: string;
  /** Limits on latency, of those stated. */
  latency: number;
  /** Requests per GPU and second, with the software of the start. */
  rate: number;
  replica: number;
  batch: number;
  tpot: number;
  ttft: number;
  /** Power above idle while it serves, of that under full load. */
  activity: number;
}

/** What a plan must keep, by region and year. What is missing is not limited. */
export interface PlanLimits {
  /** IT power, MW. */
  power: Record<string, number[]>;
  /** Water on site, m3/month. */
  water: Record<string, number[]>;
  /** Accelerators rented, GPU. */
  rent: Record<string, number[]>;
  /** Memory in the accelerators ordered, GB/month. */
  memory: number[];
  /** Purchases less sales, USD/yr. */
  capital: number[];
  /** Greenhouse gas of all years, tCO2e. */
  carbon: number | null;
  /** Share of every stream's requests that must be served. */
  service: number | null;
}
