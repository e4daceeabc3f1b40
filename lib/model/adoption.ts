import {exp} from "../sheet/exponential.js";
import {log} from "../sheet/logarithm.js";
import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";
import {pow} from "../sheet/power.js";

/** A published count of users. */
export interface UserCount {
  product: string;
  counted: number;
  users: number;
}

export const userCount: Table<UserCount> = table<UserCount>(
  "user_count",
  "Published counts of users, on which the curve of adoption is calibrated.",
  ({text, date, input}) => ({
    product: text("What they use"),
    counted: date("When they were counted"),
    users: input("user", "Weekly active users")
  })
);

/** A logistic curve: users = potential / (1 + exp(-imitation (time - midpoint))). */
export interface Logistic {
  potential: number;
  /** Growth while users are few, per unit of time: the Bass curve's coefficient of imitation. */
  imitation: number;
  midpoint: number;
  /** Root of the mean squared logarithm of fitted over counted users. */
  error: number;
}

/**
 * Fits a logistic curve to counts (times in any unit, all counts positive). For a given potential the logit is a line
 * in time; the potential is the one, up to ten times the greatest count, that fits the counts best.
 */
export function fitLogistic(times: readonly number[], counts: readonly number[]): Logistic {
  const greatest = Math.max(...counts);
  const tried = Array.from({length: 900}, (_, i) => fitLine(times, counts, greatest * (1.001 + i / 100)));
  return tried.reduce((best, next) => (next.error < best.error ? next : best));
}

/** Users of a logistic curve at a time. */
export function logistic({potential, imitation, midpoint}: Omit<Logistic, "error">, time: number): number {
  return potential / (1 + exp(-imitation * (time - midpoint)));
}

function fitLine(times: readonly number[], counts: readonly number[], potential: number): Logistic {
  const logits = counts.map((count) => log(count / (potential - count)));
  const time = mean(times);
  const logit = mean(logits);
  const imitation =
    mean(times.map((t, i) => (t - time) * (logits[i]! - logit))) / mean(times.map((t) => pow(t - time, 2)));
  const curve = {potential, imitation, midpoint: time - logit / imitation};
  const squares = counts.map((count, i) => pow(log(logistic(curve, times[i]!) / count), 2));
  return {...curve, error: Math.sqrt(mean(squares))};
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
