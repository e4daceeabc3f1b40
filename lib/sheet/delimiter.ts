/** Possible delimiters and their names. */
const delimiters = {",": "comma", ";": "semicolon", "\t": "tab"} as const;

export type Delimiter = keyof typeof delimiters;

export const allDelimiters = Object.keys(delimiters) as readonly Delimiter[];

/** The delimiter of a file: the one in its `sep=` line or, failing that, the most frequent one in its header. */
export function delimiterOf(text: string): Delimiter {
  const header = (/[^\r\n]+/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const times = (delimiter: string): number => header.split(delimiter).length;
  return statedDelimiter(text) ?? allDelimiters.reduce((most, one) => (times(one) > times(most) ? one : most));
}

/** The delimiter in the `sep=` line of a file. */
export function statedDelimiter(text: string): Delimiter | undefined {
  return /^\uFEFF?sep=([,;\t])\r?\n/i.exec(text)?.[1] as Delimiter | undefined;
}

/** Blanks the line that names the delimiter; it stays in place so that other lines keep their numbers. */
export function withoutSeparatorLine(text: string): string {
  return text.replace(/^\uFEFF?sep=[,;\t](?=\r?\n)/i, "");
}

/** The name of a delimiter, for messages. */
export function delimiterName(delimiter: Delimiter): string {
  return delimiters[delimiter];
}
