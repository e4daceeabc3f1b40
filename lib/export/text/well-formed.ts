/** Stands for a character that a format cannot hold. */
export const REPLACEMENT = "\uFFFD";

/** A text without lone surrogates, which no encoding can write. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, REPLACEMENT);
}
