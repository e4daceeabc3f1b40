import {html} from "htl";
import {messageOf} from "../../components/cell/message.js";
import {readable} from "../../components/database/query-error.js";
import {button} from "../../components/figure/button.js";
import {imported} from "../../components/load/load-error.js";
import {bound} from "../../components/notebook/bound.js";
import {withChanged} from "../../components/notebook/edits.js";
import type {Cell, TextCell} from "../../components/notebook/notebook.js";
import {shownValue, textValues} from "../../components/notebook/text-values.js";
import type {CellView} from "./cell-view.js";
import type {Session} from "./session.js";

/** A cell of Markdown whose values are those of other cells. */
export function textCell(first: TextCell, session: Session): CellView {
  let cell = first;
  const shown = html`<div class="notebook-text"></div>`;
  const area = html`<textarea aria-label=${`Text of ${cell.name}`} hidden rows="6"></textarea>` as HTMLTextAreaElement;
  const edit = button("Edit text", () => show(area.hidden === true));

  function show(isEdited: boolean): void {
    if (!area.hidden && area.value !== cell.text) submit();
    area.value = cell.text;
    area.hidden = !isEdited;
    edit.textContent = isEdited ? "Done" : "Edit text";
    if (isEdited) area.focus();
  }
  function submit(): void {
    if (area.hidden) return session.run(cell.name);
    cell = {...cell, text: area.value};
    session.change(withChanged(session.notebook(), cell), "step");
  }
  area.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) show(false);
  });

  async function render(values: ReadonlyMap<string, string>): Promise<void> {
    const {markdown} = await imported("the text renderer", () => import("./markdown.js"));
    shown.innerHTML = markdown(cell.text, values);
  }
  void render(new Map());
  return {
    element: html`<div>${shown}${area}</div>`,
    change: (next: Cell) => {
      if (next.kind !== "text") return;
      cell = next;
      area.value = next.text;
    },
    preview: ({values}) => render(new Map(Object.entries(values[cell.name] ?? {}))),
    work: async (signal) => render(await valuesOf(cell.text, session, signal)),
    submit,
    buttons: [edit]
  };
}

async function valuesOf(text: string, session: Session, signal: AbortSignal): Promise<Map<string, string>> {
  const values = textValues(text);
  if (values.length === 0) return new Map();
  const items = values.map(({sql}, i) => `CAST(${bound(sql).text} AS VARCHAR) AS v${i}`);
  return session.using("", signal, async (engine) => {
    const row = await engine.rows(`SELECT ${items.join(", ")}`).catch(async (error: unknown) => {
      for (const [i, {inner}] of values.entries()) await named(`\${${inner}}`, engine.rows(`SELECT ${items[i]}`));
      throw error;
    });
    const told = (i: number): string | null => row.getChildAt(i)?.get(0) as string | null;
    return new Map(values.map(({inner, format}, i) => [inner, shownValue(told(i), format)]));
  });
}

/** Work whose error says which of a text's values it is about. */
async function named(value: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw new Error(`${value}: ${messageOf(readable(error))}`, {cause: error});
  }
}
