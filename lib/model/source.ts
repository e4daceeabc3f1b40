import {InputError} from "../sheet/index.js";
import {checkKeys, failCell, parseCsv} from "../sheet/csv.js";

/** A publication that supports numbers. */
export interface Source {
  id: string;
  title: string;
  url: string;
  /** When the figure held: YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string;
  /** What was read, and how far to trust it. */
  note: string;
}

/**
 * Reads source.csv (`id,title,url,date,note`). Throws an `InputError` for a duplicate, a missing title or a broken URL.
 */
export function readSources(text: string, file: string): Source[] {
  const csv = parseCsv(text, file);
  for (const header of ["id", "title", "url", "date", "note"])
    if (!csv.headers.includes(header))
      throw new InputError(`${file}:1: the column "${header}" is missing: add it to the header`);
  checkKeys({...csv, records: csv.records.map((record) => ({...record, key: record.id!}))});
  return csv.records.map(({id, title, url, date, note}) => {
    if (title!.text === "") failCell(title!, "a source needs a title");
    if (url!.text !== "" && !URL.canParse(url!.text)) failCell(url!, "is not a URL", "write it with https://");
    if (date!.text !== "" && !/^\d{4}(-\d{2}){0,2}$/.test(date!.text))
      failCell(date!, "is not a date", "write YYYY, YYYY-MM or YYYY-MM-DD");
    return {id: id!.text, title: title!.text, url: url!.text, date: date!.text, note: note!.text};
  });
}
