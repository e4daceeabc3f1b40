/** What stands for a character that a format can't hold. */
export const REPLACEMENT = "\uFFFD";

/** A text without halves of surrogate pairs, which no encoding can write. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, REPLACEMENT);
}
