// A double has 52 bits of mantissa; its exponent is stored with this number added.
export const BIAS = 1023;

/** At this magnitude the last bit of a mantissa counts 1, so adding a number stores it there as an integer. */
export const TWO_TO_52 = 0x10000000000000;
