import type {Asset, Placement, PlanData, PlanLimits, Site, Stream} from "./data.js";
import type {Fleet} from "./fleet.js";
import type {Constraint, Program, Term, Variable} from "../program.js";
import type {Solution} from "../solve.js";

/** The objective of a plan: profit, additional output less cost, or minimum cost of serving the required requests. */
export const goals = ["npv", "value", "cost"] as const;
export type Goal = (typeof goals)[number];

export interface PlanOptions {
  goal: Goal;
  limits: PlanLimits;
  /** Latency limits relative to those of the deployments; placements must exist for them. */
  latency?: number;
  /** Whether accelerators are bought in whole servers or racks. */
  whole?: boolean;
  /** Required share of each stream in each year, if it is not the same for all. */
  serve?: Readonly<Record<string, readonly number[]>>;
}

/** The limits that can bind a plan. */
export type LimitKind = "power" | "water" | "rent" | "memory" | "capital" | "carbon" | "demand";

/** A constraint that represents an external limit rather than arithmetic. */
export interface Limit {
  kind: LimitKind;
  /** Region or stream; empty if the limit is common to all. */
  key: string;
  /** Index of the year; -1 for all years together. */
  year: number;
  constraint: Constraint;
  /** Converts the constraint's shadow price to `unit`. */
  factor: number;
  unit: string;
}

/** The share of a stream's requests that a kind of accelerator serves at a site, owned or rented. */
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

/** Accelerators of one kind rented at one site for a year. */
export interface Rental {
  asset: Asset;
  year: number;
  gpus: Variable;
}

/** Data-centre capacity that opens at the start of a year, MW. */
export interface Hall {
  site: Site;
  year: number;
  power: Variable;
}

/** A plan as a program, with its variables by meaning. */
export interface PlanProgram {
  program: Program;
  data: PlanData;
  options: PlanOptions;
  services: Service[];
  rentals: Rental[];
  halls: Hall[];
  fleet: Fleet;
  limits: Limit[];
  /** Cost terms by item, in millions of USD of present value. */
  costs: Map<string, Term[]>;
  /** Income terms: revenue, or additional output. */
  income: Term[];
  /** Emission terms, tCO2e. */
  carbon: Term[];
}

/** An action on accelerators or buildings, at the start of a year or throughout it. */
export interface PlanAction {
  year: string;
  site: string;
  region: string;
  /** Kind of accelerator; empty for buildings. */
  kind: string;
  /** To receive is to accept and pay for initial orders, which the plan cannot refuse. */
  action: "receive" | "buy" | "sell" | "rent" | "hold" | "build";
  quantity: number;
  unit: "GPU" | "MW";
  /** Amount paid, negative if received, USD in that year's prices. */
  amount: number;
  /** IT power, MW. */
  power: number;
}

/** Where a stream of requests is served. */
export interface PlanService {
  year: string;
  stream: string;
  site: string;
  region: string;
  kind: string;
  rented: boolean;
  /** Share of the stream's requests. */
  share: number;
  /** Accelerators required. */
  gpus: number;
}

/** Use of a limit, and its shadow price. */
export interface PlanLimit {
  limit: LimitKind;
  key: string;
  year: string;
  unit: string;
  used: number;
  bound: number;
  /** Value of one more unit, in `worth_unit`; NaN if unknown. */
  worth: number;
  worth_unit: string;
  /** Range of the bound for which that value holds. */
  from: number;
  to: number;
}

/** A part of a plan's value, USD of present value: income positive, expenditure negative. */
export interface PlanMoney {
  item: string;
  amount: number;
}

/** A plan, or why there is none. */
export interface Plan {
  status: Solution["status"];
  goal: Goal;
  /** NPV, additional output less cost, or cost, USD of present value. */
  value: number;
  gap: number;
  /** Emissions over all years, tCO2e. */
  carbon: number;
  actions: PlanAction[];
  services: PlanService[];
  limits: PlanLimit[];
  money: PlanMoney[];
  conflict: PlanConflict | undefined;
}

/** Limits that cannot all hold, and the smallest relaxation that resolves the conflict. */
export interface PlanConflict {
  set: (PlanPlace & {least: number; most: number})[];
  relief: (PlanPlace & {from: number; to: number})[];
}

/** A limit with its place and year. */
export interface PlanPlace {
  limit: LimitKind;
  key: string;
  year: string;
  unit: string;
}
