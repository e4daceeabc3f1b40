import type {ChartSpec} from "../../result/chart-spec.js";
import type {Notebook} from "../notebook.js";
import {frameworkPage} from "./framework.js";
import {jupyterNotebook} from "./jupyter.js";
import {kitNotebook} from "./kit.js";
import {script} from "./script.js";

/** What an export needs besides the notebook. */
export interface ExportOptions {
  /** The chart of each chart cell as drawn; cells without one are left out. */
  charts: ReadonlyMap<string, ChartSpec>;
  /** The names of the model's tables. */
  tables: readonly string[];
  /** Address of the tables' Parquet files, with a trailing slash. */
  data: string;
}

export type ExportFormat = "md" | "html" | "ipynb" | "sql";

/** A notebook as a file for another program. Throws an `InputError` for what that cannot hold. */
export function exported(notebook: Notebook, format: ExportFormat, options: ExportOptions): string {
  return formats[format](notebook, options);
}

const formats: Record<ExportFormat, (notebook: Notebook, options: ExportOptions) => string> = {
  md: frameworkPage,
  html: kitNotebook,
  ipynb: jupyterNotebook,
  sql: script
};
