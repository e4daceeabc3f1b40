import {exp} from "../sheet/exponential.js";
import {log} from "../sheet/logarithm.js";
/** The standard normal deviate of the 95th percentile. */
export const Z95 = 1.6448536269514722;

/** The standard normal deviate below which a share `p` lies (Wichura 1988, algorithm AS 241: 16 digits). */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return (q * polynomial(A, 0.180625 - q * q)) / polynomial(B, 0.180625 - q * q);
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const tail = r <= 5 ? polynomial(C, r - 1.6) / polynomial(D, r - 1.6) : polynomial(E, r - 5) / polynomial(F, r - 5);
  return q < 0 ? -tail : tail;
}

/** The share of a standard normal distribution that lies below `x` (West 2005: to 1e-15). */
export function normalShare(x: number): number {
  const z = Math.abs(x);
  const density = exp((-z * z) / 2);
  const tail =
    z < 7.07106781186547
      ? (density * polynomial(G, z)) / polynomial(H, z)
      : density / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / 2.506628274631;
  return x > 0 ? 1 - tail : tail;
}

/** A beta distribution on 0..1. */
export interface Beta {
  /** The share below `x`, by a continued fraction (DLMF 8.17.22, Lentz's method). */
  share: (x: number) => number;
  density: (x: number) => number;
}

/** The beta distribution with shapes `a` and `b`. */
export function beta(a: number, b: number): Beta {
  const whole = logGamma(a) + logGamma(b) - logGamma(a + b);
  return {
    share: (x) => {
      if (x <= 0) return 0;
      if (x >= 1) return 1;
      const front = exp(a * log(x) + b * log(1 - x) - whole);
      return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
    },
    density: (x) => exp(power(a - 1, x) + power(b - 1, 1 - x) - whole)
  };
}

/** The logarithm of x ** n; 0 for n = 0, even at x = 0. */
function power(n: number, x: number): number {
  return n === 0 ? 0 : n * log(x);
}

/** The number of terms needed grows with the square root of the larger shape. */
const MOST_TERMS = 100_000;

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const ab = a + b;
  const above = a + 1;
  const below = a - 1;
  let c = 1;
  let d = 1 / (1 - (ab * x) / above || tiny);
  let h = d;
  for (let m = 1; m < MOST_TERMS; ++m) {
    const even = (m * (b - m) * x) / ((below + 2 * m) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    h *= d * c;
    const odd = (-(a + m) * (ab + m) * x) / ((a + 2 * m) * (above + 2 * m));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return h;
}

/** The logarithm of the gamma function of a positive number (Lanczos 1964, g = 7, nine terms: 15 digits). */
function logGamma(x: number): number {
  const z = x - 1;
  let series = LANCZOS[0]!;
  for (let i = 1; i < LANCZOS.length; ++i) series += LANCZOS[i]! / (z + i);
  const t = z + 7.5;
  return 0.5 * log(2 * Math.PI) + (z + 0.5) * log(t) - t + log(series);
}

/** Horner's rule, constant first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; --i) sum = sum * x + coefficients[i]!;
  return sum;
}

const A = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227
];
const B = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854
];
const C = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414
];
const D = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9
];
const E = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7
];
const F = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15
];
const G = [
  220.206867912376, 221.213596169931, 112.079291497871, 33.912866078383, 6.37396220353165, 0.700383064443688,
  0.0352624965998911
];
const H = [
  440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674, 86.7807322029461, 16.064177579207,
  1.75566716318264, 0.0883883476483184
];
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7
];
