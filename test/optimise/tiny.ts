import type {Asset, Kind, PlanData, PlanLimits, Site, Stream} from "../../lib/optimise/index.js";

/** No limits but those given. */
export function limits(given: Partial<PlanLimits> = {}): PlanLimits {
  return {power: {}, water: {}, rent: {}, memory: [], capital: [], carbon: null, service: null, ...given};
}

/** A year without discounting: one site, one kind, one stream. Everything else is 0 unless given. */
export function tiny({
  years = 1,
  wait = 1,
  site = {},
  kind = {},
  asset = {},
  stream = {},
  ...rest
}: {
  years?: number;
  wait?: number;
  site?: Partial<Site>;
  kind?: Partial<Kind>;
  asset?: Partial<Asset>;
  stream?: Partial<Stream>;
} & Partial<Omit<PlanData, "years" | "wait">> = {}): PlanData {
  const each = (value: number): number[] => Array.from({length: years}, () => value);
  return {
    scenario: "tiny",
    years: each(0).map((_, year) => String(2027 + year)),
    rate: 0,
    life: 5,
    residual: 0,
    resale: 1,
    age: 0,
    hallLife: 10,
    hallResidual: 0,
    upkeep: 0,
    wait,
    sites: [{key: "here", name: "Here", region: "north", owned: false, hall: 0, hallCost: 0, hallUpkeep: 0, ...site}],
    kinds: [
      {
        key: "gpu",
        name: "GPU",
        from: 0,
        memory: 100,
        power: 0.001,
        making: 0,
        price: each(30_000),
        rent: null,
        server: 8,
        ...kind
      }
    ],
    assets: [
      {
        site: "here",
        kind: "gpu",
        held: 0,
        ordered: 0,
        allocatable: 1,
        care: each(0),
        idleCost: each(0),
        busyCost: each(0),
        idleCarbon: 0,
        busyCarbon: 0,
        idleWater: 0,
        busyWater: 0,
        ...asset
      }
    ],
    streams: [
      {
        key: "chat",
        name: "Chat",
        tpotLimit: 50,
        requests: each(1e6),
        revenue: each(2e6),
        value: each(5e6),
        work: each(200),
        busy: each(0.5),
        ...stream
      }
    ],
    placements: [
      {stream: "chat", kind: "gpu", latency: 1, rate: 1, replica: 8, batch: 64, tpot: 30, ttft: 100, activity: 1}
    ],
    limits: limits(),
    ...rest
  };
}
