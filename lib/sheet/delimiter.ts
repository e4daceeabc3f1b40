/** What may stand between the cells of a line, by its name. */
const delimiters = {",": "comma", ";": "semicolon", "\t": "tab"} as const;

export type Delimiter = keyof typeof delimiters;

export const allDelimiters = Object.keys(delimiters) as readonly Delimiter[];

/** The one delimiter of a file: that of its `sep=` line, else that which stands most often in its header. */
export function delimiterOf(text: string): Delimiter {
  const header = (/[^\r\n]+/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const times = (delimiter: string): number => header.split(delimiter).length;
  return statedDelimiter(text) ?? allDelimiters.reduce((most, one) => (times(one) > times(most) ? one : most));
}

/** The delimiter that the `sep=` line of a file names. */
export function statedDelimiter(text: string): Delimiter | undefined {
  return /^\uFEFF?sep=([,;\t])\r?\n/i.exec(text)?.[1] as Delimiter | undefined;
}

/** A text without the line that names its delimiter, which stays empty so that lines keep their numbers. */
export function withoutSeparatorLine(text: string): string {
  return text.replace(/^\uFEFF?sep=[,;\t](?=\r?\n)/i, "");
}

/** The name of a delimiter, for messages. */
export function delimiterName(delimiter: Delimiter): string {
  return delimiters[delimiter];
}
