/** A sheet without meaning: 30 inputs and 60 formulas, each one operation on two columns before it. */
export interface Step {
  operator: "+" | "*" | "/" | "min" | "max";
  /** Places in the list of inputs and formulas. */
  left: number;
  right: number;
}

export const INPUTS = 30;

/** Any column goes with an input, so that values neither vanish nor grow without bound. */
export const steps: readonly Step[] = Array.from({length: 60}, (_, i) => ({
  operator: (["+", "*", "/", "min", "max"] as const)[i % 5]!,
  left: i < 2 ? i : INPUTS + i - 1 - ((i * 7) % Math.min(i, 11)),
  right: (i * 11 + 3) % INPUTS
}));

/** A step as a language writes it that calls columns by `column`, and the least and greatest of two by `call`. */
export function expression(
  {operator, left, right}: Step,
  column: (place: number) => string,
  call: (name: "min" | "max") => string
): string {
  const [a, b] = [column(left), column(right)];
  return operator === "min" || operator === "max" ? `${call(operator)}(${a}, ${b})` : `${a} ${operator} ${b}`;
}

/** The name of a column: i0 to i29, then f0 to f59. */
export function columnName(place: number): string {
  return place < INPUTS ? `i${place}` : `f${place - INPUTS}`;
}

/** Inputs between 0.5 and 1.5: column by column, `rows` of each. */
export function inputs(rows: number): Float64Array[] {
  return Array.from({length: INPUTS}, (_, column) =>
    Float64Array.from({length: rows}, (_, row) => 0.5 + (((row + 1) * (2 * column + 7919)) % 65521) / 65521)
  );
}
