/**
 * Where a function that changes sign between `low` and `high` is zero, to the last digit: regula falsi in its Illinois
 * form, every third step a bisection. With `enough`, it ends where the function is no further from zero. NaN where
 * there is no change of sign.
 */
export function root(f: (x: number) => number, low: number, high: number, enough = 0): number {
  let a = low;
  let b = high;
  let fa = f(low);
  let fb = f(high);
  if (fa === 0) return a;
  if (!(fa * fb <= 0)) return NaN;
  for (let i = 0; Math.abs(fb) > enough && i < most && Math.abs(b - a) > Number.EPSILON * Math.abs(b); ++i) {
    const secant = i % 3 === 2 ? NaN : (a * fb - b * fa) / (fb - fa);
    const x = between(secant, a, b) ? secant : (a + b) / 2;
    const value = f(x);
    if (value < 0 === fb < 0) fa /= 2;
    else [a, fa] = [b, fb];
    [b, fb] = [x, value];
  }
  return b;
}

/** Where a straight line through two points is zero; NaN where it is level. */
export function linearRoot([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): number {
  return y0 === y1 ? NaN : x0 - (y0 * (x1 - x0)) / (y1 - y0);
}

/** Steps after which a bracket around 0 is as narrow as a number can say. */
const most = 600;

function between(x: number, a: number, b: number): boolean {
  return x > Math.min(a, b) && x < Math.max(a, b);
}
