import {exp} from "../../sheet/exponential.js";
import {evaluate, InputError, keysOf, monthsOf, numberAt, valueAt, type Inputs, type Run} from "../../sheet/index.js";
import type {Asset, Kind, Placement, PlanData, PlanLimits, Site, Stream} from "./data.js";
import type {PlanDefault} from "./default.js";
import {assetKey, kindsOnOffer, placementKey, planningInputs, siteClusters, withLatency} from "./planning-inputs.js";
import {HOURS, MONTHS} from "./units.js";
import {planning} from "./planning-model.js";

/** The scenario to plan for, and its inputs. */
export interface PlanQuestion {
  scenario: string;
  inputs: Inputs;
  start: string;
  months: number;
  defaults: PlanDefault;
  latencies?: readonly number[];
  /** Placements for all latency limits from the same inputs, if they already exist. */
  like?: readonly Placement[];
}

/** Runs the chain with the planning tables, and averages it by year. Throws an `InputError` for less than a year. */
export function planData(question: PlanQuestion): PlanData {
  const {scenario, inputs, start, months, defaults} = question;
  if (months < MONTHS)
    throw new InputError(`${scenario}: a plan needs at least ${MONTHS} months, but the scenario has ${months}`);
  const run = evaluate(planning, planningInputs(inputs, {start}), {months, start, only: wanted});
  return new Reader(run, defaults, kindsOnOffer(inputs, start)).data(scenario, allPlacements(question, run));
}

function allPlacements({latencies = [1], like = []}: PlanQuestion, run: Run): Placement[] {
  const first = placements(run, 1);
  const same = JSON.stringify(like.filter(({latency}) => latency === 1)) === JSON.stringify(first);
  if (same && like.length > 0) return [...like];
  return [...first, ...otherPlacements(run, latencies)];
}

/** Placements under other latency limits; each run reuses what does not change from the one before. */
function otherPlacements({inputs, start}: Run, latencies: readonly number[]): Placement[] {
  let before: Run | undefined;
  return latencies
    .filter((latency) => latency !== 1)
    .flatMap((latency) => {
      const from = before && {from: before};
      before = evaluate(planning, withLatency(inputs, latency), {start, only: serving, ...from});
      return placements(before, latency);
    });
}

const serving = columnsOf({
  placement: ["start_rate", "feasible", "replica", "batch", "tpot", "ttft", "activity"]
});

const wanted = [
  ...serving,
  ...columnsOf({
    placement: ["busy_hours", "demanded_hours"],
    asset: [
      ...["care_cost", "overhead", "hardware_price", "it_capacity", "making_carbon", "hall_cost", "hall_upkeep"],
      ...["idle_cost", "busy_cost", "idle_carbon", "busy_carbon", "idle_water", "busy_water"]
    ],
    cluster: [
      ...["facility", "accelerator", "count", "allocatable_share"],
      ...["power_limit", "it_capacity", "site_water", "revenue", "gpus", "pipeline"]
    ],
    fleet: ["pipeline"],
    facility: ["name", "region", "tenure"],
    accelerator: ["name", "memory_installed", "spot_price", "on_demand_price", "release", "scaleup_domain"],
    generation: ["accelerator", "from"],
    language_model: ["name"],
    market: ["own_memory_limit"],
    tenor: ["new_index"],
    routing: ["requests", "request_cost", "output_demand", "deployment", "segment"],
    segment: ["productivity_value", "fill", "requests"],
    deployment: ["requests", "language_model", "tpot_limit"],
    parameter: [
      ...["lead_time", "hardware_price_index", "accelerator_life", "accelerator_residual", "opening_age"],
      ...["facility_life", "facility_residual", "hardware_maintenance", "insurance", "cost_of_capital"],
      ...["network_egress", "provider_overhead"]
    ]
  })
];

function columnsOf(tables: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(tables).flatMap(([table, names]) => names.map((name) => `${table}.${name}`));
}

class Reader {
  private readonly years: number;

  constructor(
    private readonly run: Run,
    private readonly defaults: PlanDefault,
    private readonly kinds: readonly string[]
  ) {
    this.years = Math.floor(run.months / MONTHS);
  }

  data(scenario: string, placements: Placement[]): PlanData {
    const parameter = (name: string): number => this.at("parameter", "parameter", name);
    const sites = this.sites();
    return {
      scenario,
      years: this.names(),
      rate: parameter("cost_of_capital"),
      life: parameter("accelerator_life"),
      residual: parameter("accelerator_residual"),
      resale: this.defaults.resale_ratio,
      age: parameter("opening_age") * parameter("accelerator_life"),
      hallLife: parameter("facility_life"),
      hallResidual: parameter("facility_residual"),
      upkeep: parameter("hardware_maintenance") + parameter("insurance"),
      wait: Math.round(parameter("lead_time") / MONTHS),
      sites,
      kinds: this.kinds.map((key) => this.kind(key, sites[0]!.key)),
      assets: sites.flatMap((site) => this.kinds.map((kind) => this.asset(site.key, kind))),
      streams: this.keys("deployment").map((key) => this.stream(key)),
      placements,
      limits: this.limits(sites)
    };
  }

  private names(): string[] {
    const first = monthsOf(this.run.start);
    return Array.from({length: this.years}, (_, year) => String(2000 + Math.floor((first + 12 * year + 6) / 12)));
  }

  private sites(): Site[] {
    return siteClusters(this.run.inputs).map(({facility}) => {
      const asset = assetKey(facility, this.kinds[0]!);
      return {
        key: facility,
        name: this.text("facility", facility, "name"),
        region: this.text("facility", facility, "region"),
        owned: this.text("facility", facility, "tenure") === "owned",
        hall: this.sum(this.clustersAt(facility), "cluster.it_capacity", 0),
        hallCost: this.at("asset", asset, "hall_cost"),
        hallUpkeep: this.at("asset", asset, "hall_upkeep")
      };
    });
  }

  private kind(key: string, site: string): Kind {
    const asset = assetKey(site, key);
    const isTraded = Number.isFinite(this.at("accelerator", key, "spot_price"));
    const price = this.at("accelerator", key, "on_demand_price");
    return {
      key,
      name: this.text("accelerator", key, "name"),
      from: this.from(key),
      memory: this.at("accelerator", key, "memory_installed"),
      power: this.at("asset", asset, "it_capacity"),
      making: this.at("asset", asset, "making_carbon"),
      price: this.starts("asset", asset, "hardware_price"),
      rent: isTraded ? this.yearly("tenor", "one-year", "new_index").map((index) => price * index) : null,
      server: this.at("accelerator", key, "scaleup_domain")
    };
  }

  /** A kind can be bought from the first year by whose middle it is on sale. */
  private from(kind: string): number {
    const generation = this.keys("generation").find((key) => this.text("generation", key, "accelerator") === kind);
    const date = generation ? this.at("generation", generation, "from") : this.at("accelerator", kind, "release");
    return Math.max(0, Math.ceil((date - monthsOf(this.run.start) - MONTHS / 2) / MONTHS));
  }

  private asset(site: string, kind: string): Asset {
    const key = assetKey(site, kind);
    const there = this.clustersAt(site).filter((cluster) => this.text("cluster", cluster, "accelerator") === kind);
    const care = this.yearly("asset", key, "care_cost");
    const overhead = this.yearly("asset", key, "overhead");
    const {cluster} = siteClusters(this.run.inputs).find(({facility}) => facility === site)!;
    return {
      site,
      kind,
      held: this.sum(there, "cluster.count", 0),
      ordered: this.sum(there, "cluster.pipeline", 0),
      allocatable: this.at("cluster", cluster, "allocatable_share"),
      care: care.map((cost, year) => cost + overhead[year]!),
      idleCost: this.yearly("asset", key, "idle_cost"),
      busyCost: this.yearly("asset", key, "busy_cost"),
      idleCarbon: this.at("asset", key, "idle_carbon"),
      busyCarbon: this.at("asset", key, "busy_carbon"),
      idleWater: this.at("asset", key, "idle_water"),
      busyWater: this.at("asset", key, "busy_water")
    };
  }

  private stream(key: string): Stream {
    const routes = this.keys("routing").filter((route) => this.text("routing", route, "deployment") === key);
    const any = placementKey(
      key,
      this.kinds.find((kind) => this.at("placement", placementKey(key, kind), "start_rate") > 0)!
    );
    const rate = this.at("placement", any, "start_rate");
    const demanded = this.yearly("placement", any, "demanded_hours");
    const busy = this.yearly("placement", any, "busy_hours");
    return {
      key,
      name: `${this.text("language_model", this.text("deployment", key, "language_model"), "name")} (${key})`,
      tpotLimit: this.at("deployment", key, "tpot_limit"),
      requests: this.yearly("deployment", key, "requests"),
      revenue: this.eachYear((month) => this.total(routes, (route) => this.margin(route, month))),
      value: this.eachYear((month) => this.total(routes, (route) => this.output(route, month))),
      work: demanded.map((hours) => (hours / HOURS) * rate),
      busy: busy.map((hours, year) => hours / demanded[year]!)
    };
  }

  /** Revenue of a stream of requests, less network and the provider's overhead, USD/month. */
  private margin(route: string, month: number): number {
    const routed = (name: string): number => this.at("routing", route, name, month);
    const parameter = (name: string): number => this.at("parameter", "parameter", name);
    return (
      routed("requests") * routed("request_cost") * (1 - parameter("provider_overhead")) -
      routed("output_demand") * parameter("network_egress")
    );
  }

  /** Value of a stream's work at its segment's mean per request, USD/month. */
  private output(route: string, month: number): number {
    const segment = (name: string): number => this.at("segment", this.text("routing", route, "segment"), name, month);
    return (
      (this.at("routing", route, "requests", month) * segment("productivity_value")) /
      (segment("fill") * segment("requests"))
    );
  }

  private limits(sites: readonly Site[]): PlanLimits {
    const regions = [...new Set(sites.map(({region}) => region))];
    const {capital_ratio, rent_ratio, water_headroom, water_growth} = this.defaults;
    const clusters = this.keys("cluster");
    const inRegion = (region: string): string[] =>
      sites.filter((site) => site.region === region).flatMap(({key}) => this.clustersAt(key));
    const byRegion = (value: (clusters: string[]) => number[]) =>
      Object.fromEntries(regions.map((region) => [region, value(inRegion(region))]));
    return {
      power: byRegion((there) => this.eachYear((month) => this.sum(there, "cluster.power_limit", month))),
      water: byRegion((there) =>
        this.eachYear(
          (month) =>
            this.sum(there, "cluster.site_water", 0) * (1 + water_headroom) * exp((water_growth * month) / MONTHS)
        )
      ),
      rent: byRegion((there) => this.eachYear((month) => rent_ratio * this.sum(there, "cluster.gpus", month))),
      memory: this.yearly("market", "market", "own_memory_limit"),
      capital: this.eachYear((month) => capital_ratio * MONTHS * this.sum(clusters, "cluster.revenue", month)),
      carbon: null,
      service: null
    };
  }

  private clustersAt(facility: string): string[] {
    return this.keys("cluster").filter((key) => this.text("cluster", key, "facility") === facility);
  }

  private keys(table: string): string[] {
    return keysOf(this.run, table);
  }

  private at(table: string, key: string, name: string, month = 0): number {
    return numberAt(this.run, `${table}.${name}`, this.keys(table).indexOf(key), month);
  }

  private text(table: string, key: string, name: string): string {
    const value = valueAt(this.run, `${table}.${name}`, this.keys(table).indexOf(key), 0);
    return typeof value === "string" ? value : "";
  }

  private total(keys: readonly string[], value: (key: string) => number): number {
    return keys.reduce((sum, key) => sum + value(key), 0);
  }

  private sum(keys: readonly string[], column: string, month: number): number {
    const [table, name] = column.split(".") as [string, string];
    return this.total(keys, (key) => this.at(table, key, name, month));
  }

  /** Means over the months of each year. */
  private eachYear(value: (month: number) => number): number[] {
    return Array.from({length: this.years}, (_, year) => {
      const months = Array.from({length: MONTHS}, (_, month) => value(MONTHS * year + month));
      return months.reduce((sum, value) => sum + value, 0) / MONTHS;
    });
  }

  private yearly(table: string, key: string, name: string): number[] {
    return this.eachYear((month) => this.at(table, key, name, month));
  }

  /** Values of the first month of each year. */
  private starts(table: string, key: string, name: string): number[] {
    return Array.from({length: this.years}, (_, year) => this.at(table, key, name, MONTHS * year));
  }
}

function placements(run: Run, latency: number): Placement[] {
  return keysOf(run, "placement").flatMap((_, row) => {
    const at = (name: string): number => numberAt(run, `placement.${name}`, row, 0);
    if (at("feasible") !== 1) return [];
    const [stream, kind] = ["deployment", "accelerator"].map((name) =>
      String(run.inputs.placement!.columns[name]!.values[row])
    ) as [string, string];
    return [
      {
        stream,
        kind,
        latency,
        rate: at("start_rate"),
        replica: at("replica"),
        batch: at("batch"),
        tpot: at("tpot"),
        ttft: at("ttft"),
        activity: at("activity")
      }
    ];
  });
}
