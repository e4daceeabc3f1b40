import {parse as parseAnew, type Options} from "csv-parse/sync";

/** Tables are tens of kilobytes; what tests write themselves is shorter and read once. */
const LONG = 1000;

/**
 * Stands for csv-parse in tests, which read the same tables hundreds of times: a long text is parsed once. Its records
 * are frozen, as all readers share them.
 */
function parse(text: string, options: Options): readonly object[] {
  if (text.length < LONG) return parseAnew(text, options);
  const key = `${JSON.stringify(options)}\n${text}`;
  const records: readonly object[] = known.get(key) ?? parseAnew(text, options).map(frozen);
  known.set(key, records);
  return records;
}

const known = new Map<string, readonly object[]>();

function frozen(record: object): object {
  Object.values(record).forEach((part: unknown) => Object.freeze(part));
  return Object.freeze(record);
}

export {parse};
