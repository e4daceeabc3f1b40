// A double has 52 bits of mantissa, and an exponent that is written with this number added.
export const BIAS = 1023;

/** The number in whose mantissa the last bit counts 1: what is added to it stands there as a whole number. */
export const TWO_TO_52 = 0x10000000000000;
