const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A count in a sentence: in words up to twelve, in figures above. */
export function countWord(count: number): string {
  return words[count] ?? count.toLocaleString("en-US");
}

/** `two of eight clusters`, `none of eight clusters`, `all eight clusters`, `both clusters`. */
export function countOf(count: number, all: number, noun: string): string {
  if (count === all && all > 1) return all === 2 ? `both ${noun}` : `all ${countWord(all)} ${noun}`;
  return `${count === 0 ? "none" : countWord(count)} of ${countWord(all)} ${noun}`;
}

/** `1 row`, `2,500 rows`. */
export function rowsText(count: number): string {
  return `${count.toLocaleString("en-US")} row${count === 1 ? "" : "s"}`;
}

/** What is counted, and the verb with its object: singular, also for none, and plural. */
interface Count {
  count: number;
  all: number;
  noun: string;
  verb: readonly [one: string, several: string];
  rest: string;
}

/** `Two of eight actions pay off`, as a short sentence; undefined if there is nothing to count. */
export function countFinding({count, all, noun, verb: [one, several], rest}: Count): string | undefined {
  return all === 0 ? undefined : `${capital(countOf(count, all, noun))} ${count < 2 ? one : several} ${rest}`;
}

/** A sentence that introduces a list, without its full stop. */
export function beforeList(sentence: string): string {
  return sentence.replace(/: .*$|\.$/, "");
}

/** Capitalises a phrase. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A title within a sentence: in lower case at its start, unless it starts with an abbreviation. */
export function lower(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
