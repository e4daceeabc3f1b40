/** How tax law writes hardware off: `bonus`, all in its first month of use, or `straight`, in equal parts. */
export type DepreciationMethod = "bonus" | "straight";
export const depreciationMethods: readonly DepreciationMethod[] = ["bonus", "straight"];

/** Something bought in a period, USD. */
export interface Vintage {
  period: number;
  cost: number;
}

export interface AssetLife {
  /** Periods over which it is written down. */
  life: number;
  /** Share of the cost that is left then, at which it is sold. */
  residual: number;
}

/**
 * Of a period, USD: what is written off, what is sold at the end of its life, and what the rest is worth at the end.
 */
export interface BookPeriod {
  depreciation: number;
  disposals: number;
  book_value: number;
}

/**
 * Straight-line depreciation of each vintage by itself: from the period after its purchase, over its life, down to the
 * residual value, at which it is sold at the end of its last period. A life that ends within a period ends in it.
 */
export function straightLine(vintages: readonly Vintage[], {life, residual}: AssetLife, periods: number): BookPeriod[] {
  let book = 0;
  return Array.from({length: periods}, (_, period) => {
    const sum = (share: (age: number) => number): number =>
      vintages.reduce((total, vintage) => total + vintage.cost * share(period - vintage.period), 0);
    const depreciation = sum((age) => (1 - residual) * (written(age, life) - written(age - 1, life)));
    const disposals = sum((age) => (age === Math.ceil(life) ? residual : 0));
    book += sum((age) => (age === 0 ? 1 : 0)) - depreciation - disposals;
    return {depreciation, disposals, book_value: book};
  });
}

/** The share of what is to be written off that is, at an age. */
function written(age: number, life: number): number {
  return Math.min(1, Math.max(0, age / life));
}
