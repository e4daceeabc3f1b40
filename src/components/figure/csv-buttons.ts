import {csv} from "../../lib/export/csv.js";
import {button} from "./button.js";
import {download} from "./download.js";
import {figureCsv, type CsvWords} from "./figure-csv.js";
import type {Grid} from "./grid.js";

/** Buttons that save a table as CSV, with and without notes; table and notes are made on demand. */
export function csvButtons(file: string, grid: () => Grid, words: () => CsvWords): HTMLElement[] {
  return [
    button("Download CSV", () => download(file, figureCsv(grid(), words()), "text/csv")),
    button("CSV without notes", () => download(file, csv(grid()), "text/csv"))
  ];
}
