import type {PlanLimit} from "./plan/types.js";

/** A constraint as it is entered: `power[virginia,2028]`. */
export function limitName({limit, key, year}: Pick<PlanLimit, "limit" | "key" | "year">): string {
  const place = [key, year].filter((part) => part !== "");
  return place.length === 0 ? limit : `${limit}[${place.join(",")}]`;
}

/** Unit and period of a shadow price: `MW` and ` a month` for USD/MW-month. */
export function perUnit(priceUnit: string): {unit: string; period: string} {
  const monthly = priceUnit.endsWith("-month");
  return {unit: priceUnit.replace("USD/", "").replace("-month", ""), period: monthly ? " a month" : ""};
}

/** `one more MW is worth 1.2M USD a month`, with money in the reader's format. */
export function worthWords(
  {worth, worth_unit}: Pick<PlanLimit, "worth" | "worth_unit">,
  usd: (value: number) => string
) {
  const {unit, period} = perUnit(worth_unit);
  return `one more ${unit} is worth ${usd(worth)}${period}`;
}

/**
 * The bound up to which a shadow price holds, in the reader's format. If that range has no width, several constraints
 * bind at one point, and the value of a further unit is at most this (the objective is concave in a bound).
 */
export function reachWords(
  {worth, bound, to}: Pick<PlanLimit, "worth" | "bound" | "to">,
  format: (value: number) => string
) {
  if (worth === 0 || !Number.isFinite(to)) return "";
  return to > bound * (1 + 1e-6) ? `up to ${format(to)}` : "for no more: another constraint binds there, too";
}

/**
 * What one more unit of a limit permits in practice: a cubic metre of water is worth the power that it cools. Empty
 * where the limit's own unit says it.
 */
export function physicalWords(
  {limit, key, year, used, worth}: PlanLimit,
  limits: readonly PlanLimit[],
  {usd, number}: {usd: (value: number) => string; number: (value: number) => string}
): string {
  if (limit !== "water" || worth === 0 || !(used > 0)) return "";
  const power = limits.find((other) => other.limit === "power" && other.key === key && other.year === year);
  if (!power || !(power.used > 0)) return "";
  const perThousand = (1000 * power.used) / used;
  return (
    `1,000 m³ more a month would cool ${number(perThousand)} MW more; that is ` +
    `${usd((1000 * worth) / perThousand)} per MW and month`
  );
}
