/** A meaningless sheet of 30 inputs and 60 formulas, each with one operation on two earlier columns. */
export interface Step {
  operator: "+" | "*" | "/" | "min" | "max";
  /** Indices in the list of inputs and formulas. */
  left: number;
  right: number;
}

export const INPUTS = 30;

/** The second operand is an input, so that values neither vanish nor explode. */
export const steps: readonly Step[] = Array.from({length: 60}, (_, i) => ({
  operator: (["+", "*", "/", "min", "max"] as const)[i % 5]!,
  left: i < 2 ? i : INPUTS + i - 1 - ((i * 7) % Math.min(i, 11)),
  right: (i * 11 + 3) % INPUTS
}));

/** A step in a language's notation: `column` writes a column, `call` a minimum or maximum of two. */
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

/** Inputs between 0.5 and 1.5, column by column, with `rows` values each. */
export function inputs(rows: number): Float64Array[] {
  return Array.from({length: INPUTS}, (_, column) =>
    Float64Array.from({length: rows}, (_, row) => 0.5 + (((row + 1) * (2 * column + 7919)) % 65521) / 65521)
  );
}
