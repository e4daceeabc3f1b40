import {html} from "htl";
import {uniqueNames} from "../../components/database/unique-names.js";
import {button} from "../../components/figure/button.js";
import type {OwnColumn} from "../../components/own/own-file.js";
import type {NewTable} from "../../components/own/own-store.js";
import {
  guessedReading,
  guessedType,
  misfits,
  ownTypes,
  PLAIN,
  read,
  type CellReading
} from "../../components/own/own-types.js";
import {dateOrders} from "../../components/own/own-dates.js";
import {messageOf} from "../../components/cell/message.js";
import {fileReading} from "./file-reading.js";
import {select} from "./select.js";

const PREVIEW = 20;

/** Shows what a file holds, its reading to be changed; "Add" hands over the table. Throws where it can't read. */
export async function importDialog(
  file: string,
  bytes: Uint8Array,
  taken: readonly string[],
  add: (table: NewTable) => void
): Promise<void> {
  const reading = await fileReading(bytes);
  const decimal = select("Decimal sign", {".": "point", ",": "comma"}, ".");
  const order = select("Dates", Object.fromEntries(dateOrders.map((one) => [one, one])), PLAIN.order);
  const name = html`<input aria-label="Name of the table" value=${nameOf(file, taken)} />` as HTMLInputElement;
  const doubt = html`<small role="status"></small>`;
  const preview = html`<div></div>`;
  let columns: OwnColumn[] = [];
  let types: string[] = [];
  const chosen = (): CellReading => ({
    sign: decimal.value === "," ? "," : ".",
    order: dateOrders.find((one) => one === order.value) ?? PLAIN.order
  });

  async function parse(): Promise<void> {
    columns = await reading.columns();
    if (columns.length === 0 || columns[0]!.values.length === 0) throw new Error("there are no rows in it");
    const guessed = guessedReading(columns.flatMap((column) => column.values.slice(0, 1000)));
    decimal.value = guessed.sign;
    order.value = guessed.order;
    doubt.textContent = guessed.doubts.join(" ");
    guess();
  }
  function guess(): void {
    types = columns.map(({type, values}) => type ?? guessedType(values, chosen()));
    show();
  }
  function show(): void {
    preview.replaceChildren(previewTable(columns, types, chosen(), show));
  }
  reading.controls.addEventListener("change", () => {
    parse().catch((error: unknown) => {
      columns = [];
      preview.replaceChildren(html`<p role="alert">${messageOf(error)}</p>`);
    });
  });
  for (const choice of [decimal, order]) choice.addEventListener("change", guess);
  await parse();

  const dialog = html`<dialog class="sql-import" aria-label=${`Add ${file}`}>
    <h3>Add ${file}</h3>
    <p>
      <label>Name own.${name}</label>
      ${reading.controls}
      <label>Decimal sign ${decimal}</label> <label>Dates ${order}</label>
      ${doubt}
    </p>
    ${preview}
    <p class="sql-bar">${button("Add", () => done())} ${button("Cancel", () => dialog.close())}</p>
  </dialog>` as HTMLDialogElement;
  function done(): void {
    if (columns.length === 0) return;
    const names = uniqueNames(columns.map((column) => column.name));
    const named = columns.map((column, i) => ({...column, name: names[i]!}));
    add({name: plainName(name.value), columns: named.map((column, i) => asRead(column, types[i]!, chosen()))});
    dialog.close();
  }
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function asRead({name, values}: OwnColumn, type: string, reading: CellReading): NewTable["columns"][number] {
  return {name, type, values: values.map((value) => (value === null ? null : read(value, type, reading)))};
}

function previewTable(columns: OwnColumn[], types: string[], reading: CellReading, changed: () => void): HTMLElement {
  const rows = Array.from({length: Math.min(PREVIEW, columns[0]!.values.length)}, (_, row) => row);
  return html`<div class="grid-table" role="region" aria-label="Preview" tabindex="0">
    <table>
      <thead>
        <tr>
          ${columns.map((column, i) => heading(column, types, i, reading, changed))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map(({values}) => html`<td>${values[row] ?? ""}</td>`)}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`;
}

function heading(
  column: OwnColumn,
  types: string[],
  i: number,
  reading: CellReading,
  changed: () => void
): HTMLElement {
  const offered = [...new Set([...(column.type === undefined ? [] : [column.type]), ...ownTypes])];
  const choice = select(`Type of ${column.name}`, Object.fromEntries(offered.map((type) => [type, type])), types[i]!);
  choice.addEventListener("change", () => {
    types[i] = choice.value;
    changed();
  });
  const name = html`<input aria-label=${`Name of column ${i + 1}`} value=${column.name} />` as HTMLInputElement;
  name.addEventListener("change", () => (column.name = name.value.trim() || column.name));
  const lost = misfits(column.values, types[i]!, reading);
  const words = lost.length === 0 ? "" : `${lost.length} become NULL: ${[...new Set(lost)].slice(0, 3).join(", ")}`;
  return html`<th scope="col">${name} ${choice}<small>${words}</small></th>`;
}

/** A name for the table that needs no quotes: of letters, digits and underscores. */
function plainName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/\.\w+$/, "")
    .replace(/\W+/g, "_")
    .replace(/^_+|_+$/g, "");
  return /^[a-z]/.test(name) ? name : `table_${name}`;
}

function nameOf(file: string, taken: readonly string[]): string {
  const name = plainName(file);
  return taken.includes(name) ? `my_${name}` : name;
}
