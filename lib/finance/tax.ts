export interface TaxRules {
  /** Of taxable profit. */
  rate: number;
  /** Greatest share of a period's profit that earlier losses may offset. */
  offset_limit: number;
}

/** Tax on a period's profit, USD, and the losses that are left to carry forward. */
export interface Tax {
  tax: number;
  losses: number;
}

/** Tax on each period's profit before tax; losses are carried forward without end, and never refunded. */
export function taxes(profits: readonly number[], rules: TaxRules): Tax[] {
  let losses = 0;
  return profits.map((profit) => {
    const taxed = taxOn(profit, losses, rules);
    ({losses} = taxed);
    return taxed;
  });
}

function taxOn(profit: number, losses: number, {rate, offset_limit}: TaxRules): Tax {
  if (profit <= 0) return {tax: 0, losses: losses - profit};
  const offset = Math.min(losses, offset_limit * profit);
  return {tax: (profit - offset) * rate, losses: losses - offset};
}
