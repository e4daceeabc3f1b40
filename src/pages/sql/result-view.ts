import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {csv} from "../../lib/export/csv.js";
import {download} from "../../components/figure/download.js";
import {imported} from "../../components/load/load-error.js";
import {untilLoaded} from "../../components/load/until-loaded.js";
import type {Result} from "../../components/database/query.js";
import {rowElements, tableElement} from "../../components/figure/table-element.js";

const shown = 10_000;
const page = 200;

/** A query's result: a table that grows as one scrolls, up to 10,000 rows, and all rows as files. */
export function resultView(result: Result): HTMLElement {
  const table = growing(result);
  return html`<div class="sql-result">
    <div class="sql-bar">
      ${button("Download CSV", () => download("result.csv", csv(result), "text/csv"))}
      ${button("Download Parquet", () => void saveParquet(result))}
    </div>
    ${table}
  </div>`;
}

/** What the status line says of a result. */
export function summary({length, seconds}: Result): string {
  const count = `${length.toLocaleString("en-US")} row${length === 1 ? "" : "s"}`;
  const capped = length > shown ? `, the first ${shown.toLocaleString("en-US")} shown` : "";
  return `${count} in ${seconds.toFixed(3)} s${capped}`;
}

function growing(result: Result): HTMLElement {
  const element = tableElement(result, {rows: page, label: "Query result"});
  const body = element.querySelector("tbody");
  let next = page;
  element.addEventListener("scroll", () => {
    if (element.scrollTop + element.clientHeight < element.scrollHeight - 400 || next >= shown) return;
    body?.append(...rowElements(result, next, Math.min(next + page, shown)));
    next += page;
  });
  return element;
}

async function saveParquet(result: Result): Promise<void> {
  const {parquet} = await untilLoaded(() =>
    imported("what writes Parquet", () => import("../../lib/export/parquet.js"))
  );
  const columns = result.columns.map((column) => ({...column, values: column.values.map(plain)}));
  const description = "The result of a query";
  const bytes = parquet({name: "result", description, cells: {kind: "none"}, columns}, "");
  download("result.parquet", bytes as Uint8Array<ArrayBuffer>, "application/vnd.apache.parquet");
}

function plain(value: Result["columns"][number]["values"][number]): number | string | null {
  if (value instanceof Date) return value.getTime();
  return typeof value === "boolean" ? String(value) : value;
}
