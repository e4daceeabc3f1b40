import type {PlanAction} from "./types.js";

/**
 * A sentence that explains why a plan sells in a year in which it receives accelerators: initial orders arrive whether
 * or not they are needed. Empty for a year without both.
 */
export function forcedWords(actions: readonly PlanAction[], year: string, usd: (value: number) => string): string {
  const of = (action: PlanAction["action"]): PlanAction[] =>
    actions.filter((one) => one.year === year && one.action === action);
  const [received, sold] = [of("receive"), of("sell")];
  if (received.length === 0 || sold.length === 0) return "";
  const count = (rows: readonly PlanAction[]): string =>
    Math.round(rows.reduce((sum, {quantity}) => sum + quantity, 0)).toLocaleString("en-US");
  const paid = received.reduce((sum, {amount}) => sum + amount, 0);
  return (
    `${count(received)} accelerators ordered before the plan arrive in ${year} and are paid for (${usd(paid)}), ` +
    `needed or not; ${count(sold)} accelerators that demand does not need are sold.`
  );
}
