import fc from "fast-check";

/** Texts that have broken programs: extreme numbers, other locales, markup, paths, names of objects. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      "",
      " ",
      "0",
      "-1",
      "-0",
      "1.5",
      "1e400",
      "-1e400",
      "1e-400",
      "NaN",
      "Infinity",
      "0x10",
      "1_000",
      "9".repeat(400)
    ],
    ...[
      "0,085",
      "1.234,5",
      "12 %",
      "120%",
      "\u22125",
      "1\u202f000",
      "5 (6..4)",
      "5 (4..7 beta)",
      "0 to 30",
      "4 to 7 @x"
    ],
    ...[
      "=1+1",
      "@SUM(A1)",
      "<img src=x onerror=alert(1)>",
      "'; DROP TABLE run; --",
      "a\rb",
      "a\0b",
      "\u2028",
      "\ufffe"
    ],
    ...["../../etc/passwd", "/proc/self/mem", "C:\\con", "__proto__", "constructor", "toString", "hasOwnProperty"],
    ...[
      "max()",
      "sqrt(1, 2)",
      "((((1))))",
      "1 ? 2 : 3",
      "${1}",
      "{}",
      "[]",
      "*v",
      "&v 0.1",
      "!!js/function x",
      "\ud800"
    ],
    ...["a".repeat(10_000), "(".repeat(5_000), "1+".repeat(5_000) + "1", "\u{1f4a5}".repeat(500)]
  ),
  fc.string({unit: "binary", maxLength: 40}),
  fc.double().map(String)
);

/** A text with some pieces removed, repeated, exchanged or replaced by hostile ones. */
export function mutated(text: string): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(mutation, fc.double({min: 0, max: 1, noNaN: true}), fc.nat(40), hostileText), {
      minLength: 1,
      maxLength: 4
    })
    .map((changes) => changes.reduce((left, [change, at, length, other]) => change(left, at, length, other), text));
}

type Mutation = (text: string, at: number, length: number, other: string) => string;

const mutation: fc.Arbitrary<Mutation> = fc.constantFrom<Mutation>(
  (text, at, length) => cut(text, at, length, () => ""),
  (text, at, length) => cut(text, at, length, (piece) => piece + piece),
  (text, at, length) => cut(text, at, length, (piece) => Array.from(piece).reverse().join("")),
  (text, at, length, other) => cut(text, at, length, () => other),
  (text, at, _, other) => replaceToken(text, at, other),
  (text, at) => text.slice(0, Math.floor(at * text.length))
);

function cut(text: string, at: number, length: number, change: (piece: string) => string): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + change(text.slice(from, from + length)) + text.slice(from + length);
}

/** Replaces a number, word or cell that begins near a position. */
function replaceToken(text: string, at: number, other: string): string {
  const token = /[^,;:\s[\]()]+/g;
  token.lastIndex = Math.floor(at * text.length);
  const found = token.exec(text);
  return found ? text.slice(0, found.index) + other + text.slice(found.index + found[0].length) : text + other;
}
