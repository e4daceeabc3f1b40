import {FileAttachment} from "observablehq:stdlib";
import {once} from "../load/once.js";
import {pageAddress} from "../words/page-address.js";
import {loadJson} from "../load/until-loaded.js";
import type {CatalogTable} from "../../lib/export/published.js";

export type {CatalogTable} from "../../lib/export/published.js";

const file = FileAttachment("../../data/catalog.json");

/** The tables of the model, without their values. */
export const catalog = once(() => loadJson<CatalogTable[]>("the list of tables", file.href));

/** The address of a table's Parquet file: its stable one in a built site, beside the catalogue in a preview. */
export function tableUrl(name: string): string {
  const {href} = file;
  const preview = new URL(href).pathname.endsWith("/catalog.json");
  return new URL(preview ? `${name}.parquet` : `../../data/${name}.parquet`, href).href;
}

/** The address of a table's page in a built site; a preview lacks it. */
export function tablePage(name: string): string {
  return pageAddress(`tables/${name}`);
}
