import type {FileMetaData} from "hyparquet";
import {hash} from "../../lib/uncertainty/random.js";
import type {Choice} from "./chosen-rows.js";

/** The places in their table of the rows that a part holds. */
type Places = readonly number[] | "all";

/** What the build is asked to keep of a table. */
interface PartRequest {
  columns: readonly string[];
  places: Places;
}

/**
 * The address of a file that holds just what a page reads of a table, which a build makes of each choice that it sees:
 * a page would fetch megabytes for one month. Undefined where there is none, as in a preview.
 */
export function partOf(href: string, choice: Choice): string | undefined {
  const address = addressOf(href, choice);
  return document.querySelector(`meta[name=part][content="${nameIn(address)}"]`) ? address : undefined;
}

/** Asks the build, which looks for this in the page that it has drawn, to write the part of a table to a file. */
export function askForPart(href: string, choice: Choice, places: readonly number[]): void {
  const {columns, opening, where} = choice;
  if (!columns) return;
  const request: PartRequest = {columns, places: opening || where ? places : "all"};
  const meta = Object.assign(document.createElement("meta"), {name: "part", content: nameIn(addressOf(href, choice))});
  meta.dataset.request = JSON.stringify(request);
  document.head.append(meta, "\n");
}

/** The places in their table of the rows in a part's file; undefined for the file of a whole table. */
export function placesInPart({
  key_value_metadata: entries,
  num_rows: rows
}: FileMetaData): readonly number[] | undefined {
  const text = entries?.find(({key}) => key === "places")?.value;
  if (text === undefined) return undefined;
  const places = JSON.parse(text) as Places;
  return places === "all" ? Array.from({length: Number(rows)}, (_, i) => i) : places;
}

function addressOf(href: string, {columns, opening, where}: Choice): string {
  const key = (hash(JSON.stringify([columns, opening, where])) >>> 0).toString(16).padStart(8, "0");
  return href.replace(/\.parquet$/, `.${key}.parquet`);
}

function nameIn(address: string): string {
  return address.replace(/^.*\//, "");
}
