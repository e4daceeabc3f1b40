import {html} from "htl";
import {uniqueNames} from "../../components/database/unique-names.js";
import {button} from "../../components/figure/button.js";
import type {OwnColumn} from "../../components/own/own-file.js";
import type {NewTable} from "../../components/own/own-store.js";
import {doubtsOfHeader, doubtsOfSize, namesakes, type ModelColumn} from "../../components/own/unit-doubts.js";
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
import {columnsLeft, cut, SHOWN_COLUMNS} from "../../components/cell/shown-part.js";
import {rowsText} from "../../components/words/count.js";
import {fileReading} from "./file-reading.js";
import {select} from "./select.js";

const PREVIEW = 20;

/** What a reader's tables are compared with. */
export interface ModelSide {
  /** The rows of an own table that a table of the name takes the place of, if there is one. */
  replaced: (name: string) => number | undefined;
  /** The names of its tables. */
  tables: readonly string[];
  columns: readonly ModelColumn[];
  /** A number of usual size in a column, if that is known. */
  typical: (column: ModelColumn) => Promise<number | undefined>;
}

/** Shows what a file holds, its reading to be changed; "Add" hands over the table. Throws where it can't read. */
export async function importDialog(
  file: string,
  bytes: Uint8Array,
  model: ModelSide,
  add: (table: NewTable) => void
): Promise<void> {
  const reading = await fileReading(bytes);
  const decimal = select("Decimal sign", {".": "point", ",": "comma"}, ".");
  const order = select("Dates", Object.fromEntries(dateOrders.map((one) => [one, one])), PLAIN.order);
  const name = html`<input aria-label="Name of the table" value=${nameOf(file, model.tables)} />` as HTMLInputElement;
  const nameDoubt = html`<small role="status"></small>`;
  const sayName = (): void => void (nameDoubt.textContent = doubtOfName(name.value, model));
  name.addEventListener("input", sayName);
  sayName();
  const readingDoubts = html`<small role="status"></small>`;
  const unitDoubts = html`<ul class="sql-unit-doubts" role="status"></ul>`;
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
    readingDoubts.textContent = [...guessed.doubts, ...doubtsOfNames(columns)].join(" ");
    guess();
  }
  function guess(): void {
    types = columns.map(({type, values}) => type ?? guessedType(values, chosen()));
    show();
  }
  function show(): void {
    preview.replaceChildren(previewTable(columns, types, chosen(), show));
    void doubt();
  }
  async function doubt(): Promise<void> {
    const [asked, reading] = [types, chosen()];
    const found: (readonly string[])[] = columns.map(() => []);
    const tell = async (column: OwnColumn, i: number): Promise<void> => {
      found[i] = await doubtsOf(column, asked[i]!, reading, model);
      if (asked === types) unitDoubts.replaceChildren(...found.flat().map((words) => html`<li>${words}</li>`));
    };
    // What a header says shows at once, while DuckDB looks at numbers.
    await Promise.all(columns.map(tell));
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
      <label>Name own.${name}</label> ${nameDoubt} ${reading.controls} <label>Decimal sign ${decimal}</label>
      <label>Dates ${order}</label>
      ${readingDoubts}
    </p>
    ${unitDoubts} ${preview}
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

/** What becomes of a name that is taken, or that SQL takes in quotes only. */
function doubtOfName(asked: string, {replaced}: ModelSide): string {
  const own = plainName(asked);
  const rows = replaced(own);
  if (rows !== undefined) return `It replaces own.${own}, which has ${rowsText(rows)}: change the name to keep both.`;
  return own === asked ? "" : `Its name in SQL is own.${own}.`;
}

/** Cells without a name above them may be parts of numbers that a decimal comma has cut in two. */
function doubtsOfNames(columns: readonly OwnColumn[]): string[] {
  const unnamed = columns.filter(({name}, i) => name === `column_${i + 1}`).map(({name}) => name);
  if (unnamed.length === 0 || unnamed.length === columns.length) return [];
  return [
    `Without a name: ${unnamed.slice(0, 3).join(", ")}. Was a number with a decimal comma cut in two? Then quote it.`
  ];
}

/** What may be wrong where a column has the name of one of the model's. */
async function doubtsOf(
  {name, values}: OwnColumn,
  type: string,
  reading: CellReading,
  {columns, typical}: ModelSide
): Promise<string[]> {
  const same = namesakes(name, columns);
  const told = doubtsOfHeader(name, same);
  if (told.length > 0 || !["BIGINT", "DOUBLE"].includes(type)) return told;
  const numbers = values.map((value) => Number(value === null ? null : read(value, type, reading)));
  const sizes = await Promise.all(
    same.slice(0, COMPARED).map(async (column) => ({column, size: await typical(column)}))
  );
  const known = sizes.flatMap(({column, size}) => (size === undefined || size === 0 ? [] : [{column, size}]));
  return doubtsOfSize(name, numbers, known);
}

/** As many columns of the model have their numbers looked at. */
const COMPARED = 3;

function asRead({name, values}: OwnColumn, type: string, reading: CellReading): NewTable["columns"][number] {
  return {name, type, values: values.map((value) => (value === null ? null : read(value, type, reading)))};
}

function previewTable(columns: OwnColumn[], types: string[], reading: CellReading, changed: () => void): HTMLElement {
  const rows = Array.from({length: Math.min(PREVIEW, columns[0]!.values.length)}, (_, row) => row);
  const shown = columns.slice(0, SHOWN_COLUMNS);
  return html`<div>
    ${columnsLeft(columns.length)}
    <div class="grid-table" role="region" aria-label="Preview" tabindex="0">
      <table>
        <thead>
          <tr>
            ${shown.map((column, i) => heading(column, types, i, reading, changed))}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${shown.map(({values}) => html`<td>${cut(values[row] ?? "")}</td>`)}
              </tr>`
          )}
        </tbody>
      </table>
    </div>
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
  name.addEventListener("change", () => {
    column.name = name.value.trim() || column.name;
    changed();
  });
  const lost = misfits(column.values, types[i]!, reading);
  const words = lost.length === 0 ? "" : `${lost.length} become NULL: ${[...new Set(lost)].slice(0, 3).join(", ")}`;
  return html`<th scope="col">${name} ${choice}<small>${words}</small></th>`;
}

/** A name for the table that needs no quotes: of letters, digits and underscores. */
function plainName(text: string): string {
  const name = text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/\.\w+$/, "")
    .replace(/\W+/g, "_")
    .replace(/^_+|_+$/g, "");
  if (name === "") return "my_table";
  return /^[a-z]/.test(name) ? name : `table_${name}`;
}

function nameOf(file: string, taken: readonly string[]): string {
  const name = plainName(file);
  return taken.includes(name) ? `my_${name}` : name;
}
