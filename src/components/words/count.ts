const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A count in a sentence: in words up to twelve, in figures from there on. */
export function countWord(count: number): string {
  return words[count] ?? count.toLocaleString("en-US");
}

/** `two of eight clusters`, `one of eight clusters`, `none of eight clusters`. */
export function countOf(count: number, all: number, noun: string): string {
  return `${count === 0 ? "none" : countWord(count)} of ${countWord(all)} ${noun}`;
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
