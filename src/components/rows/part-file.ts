import type {FileMetaData} from "hyparquet";
import {hash} from "../../lib/uncertainty/random.js";
import type {Choice, ChosenRows} from "./chosen-rows.js";

/** The positions, in the whole table, of the rows that a part holds. */
type Places = readonly number[] | "all";

/** The part of a table that the build is asked to write. */
interface PartRequest {
  columns: readonly string[];
  places: Places;
}

/**
 * The address of the file that holds only the chosen part of a table. The build writes one for each choice that a page
 * makes at first, which saves fetching megabytes for one month. Undefined if there is none, as in a preview.
 */
export function partOf(href: string, choice: Choice): string | undefined {
  const address = addressOf(href, choice);
  return document.querySelector(`meta[name=part][content="${nameIn(address)}"]`) ? address : undefined;
}

/** Asks the build, by an element that it finds in the drawn page, to write a part of a table to a file. */
export function askForPart(href: string, choice: Choice, {places, columns}: ChosenRows): void {
  if (!choice.columns && !choice.where) return;
  const request: PartRequest = {columns, places: choice.opening || choice.where ? places : "all"};
  const meta = Object.assign(document.createElement("meta"), {name: "part", content: nameIn(addressOf(href, choice))});
  meta.dataset.request = JSON.stringify(request);
  document.head.append(meta, "\n");
}

/** The positions, in the whole table, of the rows in a part's file; undefined for a file with all rows. */
export function placesInPart({key_value_metadata: entries}: FileMetaData): readonly number[] | undefined {
  const text = entries?.find(({key}) => key === "places")?.value;
  const places = JSON.parse(text ?? '"all"') as Places;
  return places === "all" ? undefined : places;
}

function addressOf(href: string, {columns, opening, where}: Choice): string {
  const key = (hash(JSON.stringify([columns, opening, where])) >>> 0).toString(16).padStart(8, "0");
  return href.replace(/\.parquet$/, `.${key}.parquet`);
}

function nameIn(address: string): string {
  return address.replace(/^.*\//, "");
}
