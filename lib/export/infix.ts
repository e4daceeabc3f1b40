/**
 * Code of a language with infix operators: its text, how tightly its outermost operator binds, and whether it is a
 * truth value.
 */
export interface Infix {
  text: string;
  rank: number;
  truth: boolean;
}

/** Code that needs no parentheses anywhere: a name, a number, a call. */
export function atom(text: string, truth = false): Infix {
  return {text, rank: Infinity, truth};
}

/** Two operands around an operator that groups to the left; `apart` where it does not group at all. */
export function infix(operator: string, rank: number, [left, right]: readonly Infix[], apart = false): Infix {
  const text = `${within(left!, apart ? rank + 1 : rank)} ${operator} ${within(right!, rank + 1)}`;
  return {text, rank, truth: false};
}

/** The text of code as an operand of an operator that binds as tightly as `rank`. */
export function within({text, rank}: Infix, least: number): string {
  return rank < least ? `(${text})` : text;
}

/** A number as people write it: factors of units come out of divisions, as 999.9999999999999 for 1000. */
export function neat(value: number): string {
  const full = String(value);
  const short = String(Number(value.toPrecision(14)));
  return short.length < full.length - 3 ? short : full;
}
