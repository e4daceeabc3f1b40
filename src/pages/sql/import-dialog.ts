import {html} from "htl";
import {button} from "../../components/figure/button.js";
import type {OwnColumn} from "../../components/own/own-file.js";
import type {OwnTable} from "../../components/own/own-store.js";
import {
  guessedSign,
  guessedType,
  misfits,
  ownTypes,
  read,
  type DecimalSign,
  type OwnType
} from "../../components/own/own-types.js";

const PREVIEW = 20;

/** Shows what a file holds, its types to be changed, and hands over the table on "Add". Throws where it can't read. */
export async function importDialog(
  file: string,
  bytes: Uint8Array,
  taken: readonly string[],
  add: (table: OwnTable) => void
): Promise<void> {
  const own = await import("../../components/own/own-file.js");
  const kind = own.kindOf(bytes);
  const text = kind === "parquet" ? "" : own.textOf(bytes);
  const delimiter = select("Cells are parted by", signs, kind === "delimited" ? own.delimiterOf(text) : ",");
  const decimal = select("Decimal sign", {".": "point", ",": "comma"}, ".");
  const name = html`<input aria-label="Name of the table" value=${nameOf(file, taken)} />` as HTMLInputElement;
  const preview = html`<div></div>`;
  let columns: OwnColumn[] = [];
  let types: OwnType[] = [];
  const sign = (): DecimalSign => (decimal.value === "," ? "," : ".");

  async function parse(): Promise<void> {
    if (kind === "parquet") columns = await own.parquetColumns(bytes);
    else columns = kind === "json" ? own.jsonColumns(text) : own.delimitedColumns(text, delimiter.value);
    if (columns.length === 0 || columns[0]!.values.length === 0) throw new Error("there are no rows in it");
    decimal.value = guessedSign(columns.flatMap(({values}) => values.slice(0, 1000)));
    guess();
  }
  function guess(): void {
    types = columns.map(({values}) => guessedType(values, sign()));
    show();
  }
  function show(): void {
    preview.replaceChildren(previewTable(columns, types, sign(), show));
  }
  delimiter.addEventListener("change", () => void parse());
  decimal.addEventListener("change", guess);
  await parse();

  const dialog = html`<dialog class="sql-import" aria-label=${`Add ${file}`}>
    <h3>Add ${file}</h3>
    <p>
      <label>Name own.${name}</label>
      ${kind === "delimited" ? html`<label>Cells are parted by ${delimiter}</label>` : ""}
      <label>Decimal sign ${decimal}</label>
    </p>
    ${preview}
    <p class="sql-bar">${button("Add", () => done())} ${button("Cancel", () => dialog.close())}</p>
  </dialog>` as HTMLDialogElement;
  function done(): void {
    add({name: plainName(name.value), columns: columns.map((column, i) => asRead(column, types[i]!, sign()))});
    dialog.close();
  }
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const signs = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"};

function asRead({name, values}: OwnColumn, type: OwnType, sign: DecimalSign): OwnTable["columns"][number] {
  return {name, type, values: values.map((value) => (value === null ? null : read(value, type, sign)))};
}

function select(label: string, options: Record<string, string>, chosen: string): HTMLSelectElement {
  const element = html`<select aria-label=${label}>
    ${Object.entries(options).map(([value, text]) => html`<option value=${value}>${text}</option>`)}
  </select>` as HTMLSelectElement;
  element.value = chosen;
  return element;
}

function previewTable(columns: OwnColumn[], types: OwnType[], sign: DecimalSign, changed: () => void): HTMLElement {
  const rows = Array.from({length: Math.min(PREVIEW, columns[0]!.values.length)}, (_, row) => row);
  return html`<div class="grid-table" role="region" aria-label="Preview" tabindex="0">
    <table>
      <thead>
        <tr>
          ${columns.map((column, i) => heading(column, types, i, sign, changed))}
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

function heading(column: OwnColumn, types: OwnType[], i: number, sign: DecimalSign, changed: () => void): HTMLElement {
  const choice = select(`Type of ${column.name}`, Object.fromEntries(ownTypes.map((type) => [type, type])), types[i]!);
  choice.addEventListener("change", () => {
    types[i] = ownTypes.find((type) => type === choice.value) ?? "VARCHAR";
    changed();
  });
  const lost = misfits(column.values, types[i]!, sign);
  const words = lost.length === 0 ? "" : `${lost.length} become NULL: ${[...new Set(lost)].slice(0, 3).join(", ")}`;
  return html`<th scope="col">${column.name} ${choice}<small>${words}</small></th>`;
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
