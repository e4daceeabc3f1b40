/** The inputs of a plan by year, as plain JSON: means over the months of a year, money in USD of 2026. */
export interface PlanData {
  scenario: string;
  /** Names of the years, each after the calendar year that contains most of its months. */
  years: string[];
  /** Real discount rate a year. */
  rate: number;
  /**
   * Service life of accelerators in years, residual value as a share of the price, and early-sale proceeds as a share
   * of book value.
   */
  life: number;
  residual: number;
  resale: number;
  /** Initial age of existing accelerators, in years. */
  age: number;
  hallLife: number;
  hallResidual: number;
  /** Maintenance and insurance a year, as a share of the purchase price. */
  upkeep: number;
  /** Whole years between an order and the first job. */
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
  /** Initial IT power of its buildings, MW. */
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
  /** Index of the first year in which it can be bought. */
  from: number;
  /** Memory, GB/GPU. */
  memory: number;
  /** IT power, MW/GPU. */
  power: number;
  /** Embodied emissions, tCO2e/GPU. */
  making: number;
  /** Price including its share of server, network and storage, USD/GPU. */
  price: number[];
  /** One-year rental price, USD/GPU-hour; null if no one quotes one. */
  rent: number[] | null;
  /** Accelerators in a server or rack, which are bought together. */
  server: number;
}

/** A kind of accelerator at a site. */
export interface Asset {
  site: string;
  kind: string;
  /**
   * Accelerators in service and on order at the outset; those on order arrive in equal parts while later orders wait.
   */
  held: number;
  ordered: number;
  /** Share that is available. */
  allocatable: number;
  /** Engineers, licence and overhead, USD/GPU-month. */
  care: number[];
  /** Electricity and water, USD/GPU-month: when idle, and additional at full load. */
  idleCost: number[];
  busyCost: number[];
  /** Emissions, tCO2e/GPU-month. */
  idleCarbon: number;
  busyCarbon: number;
  /** On-site water, m3/GPU-month. */
  idleWater: number;
  busyWater: number;
}

/** The requests to a deployment. */
export interface Stream {
  key: string;
  name: string;
  /** Mean time per output token at which 99 % of tokens meet the limit, ms. */
  tpotLimit: number;
  /** Requests a month. */
  requests: number[];
  /** Revenue if all are served, USD/month: payments by applications, less network and the provider's overhead. */
  revenue: number[];
  /** Value if all are served, USD/month: additional output of users. */
  value: number[];
  /** Requests per second that accelerators must be able to serve, including reserves. */
  work: number[];
  /** Share of that capacity which computes. */
  busy: number[];
}

/** A stream on a kind of accelerator. */
export interface Placement {
  stream: string;
  kind: string;
  /** Latency limits relative to those stated. */
  latency: number;
  /** Requests per GPU and second, with initial software. */
  rate: number;
  replica: number;
  batch: number;
  tpot: number;
  ttft: number;
  /** Power above idle while serving, as a share of its full-load maximum. */
  activity: number;
}

/** The limits of a plan, by region and year. Missing means unlimited. */
export interface PlanLimits {
  /** IT power, MW. */
  power: Record<string, number[]>;
  /** On-site water, m3/month. */
  water: Record<string, number[]>;
  /** Accelerators rented, GPU. */
  rent: Record<string, number[]>;
  /** Memory in the accelerators ordered, GB/month. */
  memory: number[];
  /** Capital expenditure less sales, USD/yr. */
  capital: number[];
  /** Emissions over all years, tCO2e. */
  carbon: number | null;
  /** Minimum share of every stream's requests served. */
  service: number | null;
}
