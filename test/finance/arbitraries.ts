import fc from "fast-check";

/** Whole amounts, so that sums of them are exact. */
export const amounts = fc.array(fc.integer({min: -1000, max: 1000}), {minLength: 1, maxLength: 24});

/** A rate a period. */
export const rate = fc.double({min: -0.1, max: 0.5, noNaN: true});
