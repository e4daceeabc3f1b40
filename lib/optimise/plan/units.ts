import type {PlanData} from "./data.js";
import type {Term} from "../program.js";
import {pow} from "../../sheet/power.js";

/**
 * Months of a year; hours of a month, as the sheet has them, and of a year; USD in the millions that the program
 * counts.
 */
export const MONTHS = 12;
export const HOURS = 730.5;
export const HOURS_A_YEAR = MONTHS * HOURS;
export const MILLION = 1e6;

/** What a unit of money at the start, or in the middle, of a year is worth at the start of the plan. */
export function discount({rate}: PlanData, year: number, at: "start" | "middle"): number {
  return pow(1 + rate, -(year + (at === "middle" ? 0.5 : 0)));
}

/** Terms times a factor. */
export function scaled(terms: readonly Term[], factor: number): Term[] {
  return terms.map(([variable, coefficient]) => [variable, coefficient * factor] as const);
}
