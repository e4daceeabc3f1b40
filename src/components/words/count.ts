const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A count in a sentence: in words up to twelve, in figures from there on. */
export function countWord(count: number): string {
  return words[count] ?? count.toLocaleString("en-US");
}

/** `two of eight clusters`, `one of eight clusters`, `none of eight clusters`. */
export function countOf(count: number, all: number, noun: string): string {
  return `${count === 0 ? "none" : countWord(count)} of ${countWord(all)} ${noun}`;
}

/** `1 row`, `2,500 rows`. */
export function rowsText(count: number): string {
  return `${count.toLocaleString("en-US")} row${count === 1 ? "" : "s"}`;
}

/** What is counted, and the verb with what follows it: for one or none, and for several. */
interface Count {
  count: number;
  all: number;
  noun: string;
  verb: readonly [one: string, several: string];
  rest: string;
}

/** `Two of eight actions pay off`, as a short sentence; nothing where there is none that could. */
export function countFinding({count, all, noun, verb: [one, several], rest}: Count): string | undefined {
  return all === 0 ? undefined : `${capital(countOf(count, all, noun))} ${count < 2 ? one : several} ${rest}`;
}

/** What a sentence says before its list, without its full stop. */
export function beforeList(sentence: string): string {
  return sentence.replace(/: .*$|\.$/, "");
}

/** A phrase as a sentence begins with it. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A title within a sentence: small at its start, unless it begins with an abbreviation. */
export function lower(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
