import {pow} from "../sheet/power.js";

/** An amount at a time: years for dated flows, periods for regular ones. */
export interface Flow {
  time: number;
  /** USD; paid in is negative. */
  amount: number;
}

/** Amounts one period apart, the first at time 0, as flows. */
export function regular(amounts: readonly number[]): Flow[] {
  return amounts.map((amount, time) => ({time, amount}));
}

/** Amounts at dates as flows: time is in years of 365 days from the first date, as XNPV and XIRR count it. */
export function dated(amounts: readonly {date: Date; amount: number}[]): Flow[] {
  const start = amounts[0]?.date.getTime() ?? 0;
  return amounts.map(({date, amount}) => ({time: (date.getTime() - start) / yearOf365Days, amount}));
}

/** What the amounts are worth at time 0, at a rate a period; the first is not discounted. */
export function npv(rate: number, amounts: readonly number[]): number {
  return xnpv(rate, regular(amounts));
}

/** What the flows are worth at time 0, at a rate per unit of their time. */
export function xnpv(rate: number, flows: readonly Flow[]): number {
  return flows.reduce((sum, {time, amount}) => sum + amount * pow(1 + rate, -time), 0);
}

/** The rate a month that compounds to a rate a year. */
export function monthlyRate(yearly: number): number {
  return pow(1 + yearly, 1 / 12) - 1;
}

/** The rate a year that a rate a month compounds to. */
export function yearlyRate(monthly: number): number {
  return pow(1 + monthly, 12) - 1;
}

const yearOf365Days = 365 * 24 * 3600 * 1000;
