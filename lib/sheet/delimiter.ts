/** What may stand between the cells of a line, by its name. */
const delimiters = {",": "comma", ";": "semicolon", "\t": "tab"} as const;

export type Delimiter = keyof typeof delimiters;

/** The one delimiter of a file: that of its `sep=` line, else that which stands most often in its header. */
export function delimiterOf(text: string): Delimiter {
  const stated = /^\uFEFF?sep=([,;\t])\r?\n/i.exec(text)?.[1] as Delimiter | undefined;
  const header = (/[^\r\n]+/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const times = (delimiter: string): number => header.split(delimiter).length;
  return (
    stated ?? (Object.keys(delimiters) as Delimiter[]).reduce((most, one) => (times(one) > times(most) ? one : most))
  );
}

/** A text without the line that names its delimiter, which stays empty so that lines keep their numbers. */
export function withoutSeparatorLine(text: string): string {
  return text.replace(/^\uFEFF?sep=[,;\t](?=\r?\n)/i, "");
}

/** The name of a delimiter, for messages. */
export function delimiterName(delimiter: Delimiter): string {
  return delimiters[delimiter];
}
