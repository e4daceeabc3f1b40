import type {ChartSpec} from "../../result/chart-spec.js";
import type {Notebook} from "../notebook.js";
import {frameworkPage} from "./framework.js";
import {jupyterNotebook} from "./jupyter.js";
import {kitNotebook} from "./kit.js";
import {script} from "./script.js";

/** What an export needs beside the notebook. */
export interface ExportOptions {
  /** Each chart cell's chart as it is drawn; one without is left out. */
  charts: ReadonlyMap<string, ChartSpec>;
  /** The names of the model's tables. */
  tables: readonly string[];
  /** Where the tables' Parquet files are: an address that ends with a slash. */
  data: string;
}

export type ExportFormat = "md" | "html" | "ipynb" | "sql";

/** A notebook as another program's file. Throws an `InputError` for what that can't hold. */
export function exported(notebook: Notebook, format: ExportFormat, options: ExportOptions): string {
  return formats[format](notebook, options);
}

const formats: Record<ExportFormat, (notebook: Notebook, options: ExportOptions) => string> = {
  md: frameworkPage,
  html: kitNotebook,
  ipynb: jupyterNotebook,
  sql: script
};
