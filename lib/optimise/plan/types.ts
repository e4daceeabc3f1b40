import type {Asset, Placement, PlanData, PlanLimits, Site, Stream} from "./data.js";
import type {Fleet} from "./fleet.js";
import type {Constraint, Program, Term, Variable} from "../program.js";
import type {Solution} from "../solve.js";

/**
 * What a plan is to be best at: money earned, output gained less cost, or the least cost of serving what must be
 * served.
 */
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
export type LimitKind = "power" | "water" | "rent" | "memory" | "capital" | "carbon" | "demand";

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

/** Something that is done with accelerators or halls at the start of a year, or throughout it. */
export interface PlanAction {
  year: string;
  site: string;
  region: string;
  /** Kind of accelerator; empty for halls. */
  kind: string;
  /** To receive is to take and pay for what was on order before the plan begins: it is no choice. */
  action: "receive" | "buy" | "sell" | "rent" | "hold" | "build";
  quantity: number;
  unit: "GPU" | "MW";
  /** Paid, or received where negative, USD of that year's prices. */
  amount: number;
  /** IT power of it, MW. */
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
  /** Accelerators that this takes. */
  gpus: number;
}

/** How a limit is met, and what more of it is worth. */
export interface PlanLimit {
  limit: LimitKind;
  key: string;
  year: string;
  unit: string;
  used: number;
  bound: number;
  /** What one more unit is worth, in its own unit; NaN where nothing says. */
  worth: number;
  worth_unit: string;
  /** Between which bounds that holds. */
  from: number;
  to: number;
}

/** A part of what a plan is worth, USD of present value: earned where positive, spent where negative. */
export interface PlanMoney {
  item: string;
  amount: number;
}

/** A plan, or why there is none. */
export interface Plan {
  status: Solution["status"];
  goal: Goal;
  /** NPV, output gained less cost, or cost, USD of present value. */
  value: number;
  gap: number;
  /** tCO2e of all years. */
  carbon: number;
  actions: PlanAction[];
  services: PlanService[];
  limits: PlanLimit[];
  money: PlanMoney[];
  conflict: PlanConflict | undefined;
}

/** Limits that can't be kept all at once, and how little would have to give way. */
export interface PlanConflict {
  set: (PlanPlace & {least: number; most: number})[];
  relief: (PlanPlace & {from: number; to: number})[];
}

/** Which limit, where, in which year. */
export interface PlanPlace {
  limit: LimitKind;
  key: string;
  year: string;
  unit: string;
}
