import {html} from "htl";
import {problem} from "../load/failure.js";
import {imported} from "../load/load-error.js";
import {button} from "./button.js";
import {download, XLSX_TYPE} from "./download.js";

/** A button that saves a workbook with live formulas; `load` loads its writer, `note` states its purpose. */
export function workbookButton<T>(
  name: string,
  note: string,
  {load, write}: {load: () => Promise<T>; write: (writer: T) => Promise<Uint8Array>}
): HTMLElement {
  const status = html`<small role="status"></small>`;
  const save = async (): Promise<void> => {
    press.disabled = true;
    status.textContent = "Building the workbook …";
    try {
      const bytes = await write(await imported("the workbook", load));
      download(name, bytes as Uint8Array<ArrayBuffer>, XLSX_TYPE);
      status.textContent = `${name}: ${Math.ceil(bytes.length / 1000).toLocaleString("en-US")} kB; ${note}`;
    } catch (error) {
      status.replaceChildren(problem(error, () => void save()));
    }
    press.disabled = false;
  };
  const press = button("XLSX with live formulas", () => void save());
  return html`<div class="export-buttons">${press} ${status}</div>`;
}
