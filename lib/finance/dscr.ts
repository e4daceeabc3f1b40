/** How a loan's covenant is kept: cash available for debt service over debt service, by period. */
export interface Cover {
  /** NaN in a period without debt service, and where an amount is missing. */
  ratios: number[];
  least: number;
  /** All cash available in periods with debt service, over all debt service. */
  average: number;
  /** Periods in which the ratio is below the covenant. */
  breaches: number[];
}

/**
 * Debt service coverage: `available` and `service` are USD a period. NaN where there is no debt service at all, and
 * where an amount of a period with debt service is missing.
 */
export function cover(available: readonly number[], service: readonly number[], covenant: number): Cover {
  const ratios = service.map((due, period) => (due > 0 ? available[period]! / due : NaN));
  const served = service.flatMap((due, period) => (due > 0 || Number.isNaN(due) ? [period] : []));
  const sum = (values: readonly number[]): number => served.reduce((total, period) => total + values[period]!, 0);
  return {
    ratios,
    least: served.length > 0 ? Math.min(...served.map((period) => ratios[period]!)) : NaN,
    average: sum(available) / sum(service),
    breaches: served.filter((period) => ratios[period]! < covenant)
  };
}
