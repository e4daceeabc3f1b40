import type {PlanData} from "./data.js";
import type {Term} from "../program.js";
import {pow} from "../../sheet/power.js";

/** Months in a year; hours in a month, as in the model, and in a year; a million USD, the program's unit of money. */
export const MONTHS = 12;
export const HOURS = 730.5;
export const HOURS_A_YEAR = MONTHS * HOURS;
export const MILLION = 1e6;

/** Present value of a unit of money at the start, or in the middle, of a year. */
export function discount({rate}: PlanData, year: number, at: "start" | "middle"): number {
  return pow(1 + rate, -(year + (at === "middle" ? 0.5 : 0)));
}

/** Multiplies terms by a factor. */
export function scaled(terms: readonly Term[], factor: number): Term[] {
  return terms.map(([variable, coefficient]) => [variable, coefficient * factor] as const);
}
