/** Code with infix operators: its text, the precedence of its outermost operator, and whether it is a truth value. */
export interface Infix {
  text: string;
  rank: number;
  truth: boolean;
}

/** Code that needs no parentheses anywhere: a name, a number, a call. */
export function atom(text: string, truth = false): Infix {
  return {text, rank: Infinity, truth};
}

/** Operands joined by a left-associative operator; if `apart`, by one that does not associate. */
export function infix(operator: string, rank: number, [left, right]: readonly Infix[], apart = false): Infix {
  const text = `${within(left!, apart ? rank + 1 : rank)} ${operator} ${within(right!, rank + 1)}`;
  return {text, rank, truth: false};
}

/** Code as an operand of an operator with precedence `rank`, in parentheses where necessary. */
export function within({text, rank}: Infix, least: number): string {
  return rank < least ? `(${text})` : text;
}

/** Rounds a number as people write it: dividing by unit factors leaves 999.9999999999999 for 1000. */
export function neat(value: number): string {
  const full = String(value);
  const short = String(Number(value.toPrecision(14)));
  return short.length < full.length - 3 ? short : full;
}
