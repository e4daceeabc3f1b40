import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {everyTable} from "../../components/database/every-table.js";
import {placeOf, QueryError} from "../../components/database/query-error.js";
import {bound} from "../../components/notebook/bound.js";
import {draftOf, keepDraft} from "../../components/notebook/drafts.js";
import {withCell, withChanged} from "../../components/notebook/edits.js";
import type {Cell, SqlCell} from "../../components/notebook/notebook.js";
import {rowsText} from "../../components/words/count.js";
import {functions} from "../../components/database/functions.js";
import {keepQuery} from "../../components/notebook/query-history.js";
import {run} from "../../components/result/run.js";
import {meanings} from "../../components/result/units.js";
import {identifier} from "../../lib/export/sql/identifier.js";
import {previewTable} from "./preview-table.js";
import type {CellView} from "./cell-view.js";
import {emptyControl} from "./input-settings.js";
import {editor, type Completion} from "../../components/cell/editor.js";
import {messageOf} from "../../components/cell/message.js";
import {resultView} from "../../components/cell/result-view.js";
import type {Session} from "./session.js";

/** A cell with an editor and the result of its last statement. */
export function sqlCell(first: SqlCell, session: Session, filter: (name: string, condition: string) => void): CellView {
  let cell = first;
  const output = html`<div></div>`;
  const status = html`<span class="notebook-draft"></span>`;
  const area = editor(draftOf(cell.name, cell.query) ?? cell.query, session.tables, {
    label: `SQL of ${cell.name}`,
    run: submit,
    typed,
    names: () => completions(session, cell.name)
  });
  sayDraft();

  function typed(): void {
    sayDraft();
    keepDraft(cell.name, cell.query, area.text());
  }
  function sayDraft(): void {
    status.textContent = area.text() === cell.query ? "" : "changed, not run yet";
  }

  function submit(): void {
    status.textContent = "";
    const query = area.text();
    keepDraft(cell.name, query, query);
    if (query === cell.query) session.run(cell.name);
    else session.change(withChanged(session.notebook(), {...cell, query}), "step");
  }

  async function work(signal: AbortSignal): Promise<void> {
    const {query, name} = cell;
    if (session.model.includes(name)) throw new Error(`${name} is a table of the model: give this cell another name`);
    const {text, asWritten} = bound(query);
    area.mark(undefined, "");
    const begun = Date.now();
    const keepPast = (outcome: string) =>
      void keepQuery({query, cell: name, time: begun, outcome}).catch(() => undefined);
    try {
      const {view, rows} = await session.using("", signal, async (engine) => {
        const result = await run(engine, text, {
          table: identifier(name),
          model: session.model,
          others: resultsOf(session, name),
          tables: everyTable(engine.db),
          made: session.made,
          signal
        });
        session.keep(name, result);
        if (!result) return {rows: undefined, view: ""};
        const known = meanings(query, result.columns, session.tables);
        const options = {name, query, meanings: known, filter: (condition: string) => filter(name, condition)};
        return {rows: result.length, view: await resultView(engine, result, options)};
      });
      output.replaceChildren(view);
      keepPast(rows === undefined ? "done" : rowsText(rows));
    } catch (error) {
      const written = asWritten(error);
      if (!signal.aborted) keepPast(messageOf(written));
      throw written;
    }
  }

  function change(next: Cell): void {
    if (next.kind !== "sql") return;
    if (next.query !== cell.query && next.query !== area.text()) area.replace(next.query);
    cell = next;
  }

  function fail(error: unknown): Node | undefined {
    const text = area.text();
    const place = placeOf(error, text);
    area.mark(place, messageOf(error).split("\n")[0]!);
    const [, input] = /^no input is called (\w+)/.exec(messageOf(error)) ?? [];
    if (input !== undefined) return button(`Add the input ${input}`, () => addInput(input));
    const suggestion = error instanceof QueryError ? error.suggestion : undefined;
    if (!place || suggestion === undefined) return undefined;
    const line = text.slice(0, place.from).split("\n").length;
    return button(`Line ${line}: use ${suggestion}`, () => {
      area.replace(text.slice(0, place.from) + suggestion.split(".").map(identifier).join(".") + text.slice(place.to));
      submit();
    });
  }

  function addInput(input: string): void {
    const made = {kind: "input", name: input, label: input, ...emptyControl("slider")} as const;
    const {cells} = session.notebook();
    const at = cells.findIndex(({name}) => name === cell.name);
    session.change(withCell(session.notebook(), made, cells[at - 1]?.name), "step");
  }

  return {
    element: html`<div>
      <div class="sql-editor">${area.element}</div>
      ${status}${output}
    </div>`,
    change,
    work,
    preview: ({rows}) => {
      const first = rows[cell.name];
      if (first) output.replaceChildren(previewTable(first));
    },
    fail,
    submit,
    insert: area.insert,
    words: () => {
      const result = session.result(cell.name);
      return result ? rowsText(result.length) : "done";
    }
  };
}

/** The names of the results and own tables that a query of another cell may read. */
function resultsOf(session: Session, self: string): string[] {
  const results = session.notebook().cells.flatMap(({kind, name}) => (kind === "sql" && name !== self ? [name] : []));
  return [...results, ...session.own().map(({name}) => `own.${name}`)];
}

/** What a query may read beside the model's tables: other cells and their columns, inputs, own tables, functions. */
async function completions(session: Session, self: string): Promise<Completion[]> {
  const {cells} = session.notebook();
  const read = cells.filter(({kind, name}) => kind === "sql" && name !== self);
  const columns = read.flatMap(({name}) =>
    (session.result(name)?.columns ?? []).map((column) => ({label: column.name, detail: `${column.type} of ${name}`}))
  );
  return [
    ...read.map(({name}) => ({label: name, detail: "cell"})),
    ...cells.flatMap(({kind, name}) => (kind === "input" ? [{label: `$${name}`, detail: "input"}] : [])),
    ...session.own().map(({name}) => ({label: `own.${name}`, detail: "your table"})),
    ...session
      .own()
      .flatMap(({name, columns: own}) =>
        own.map((column) => ({label: column.name, detail: `${column.type} of own.${name}`}))
      ),
    ...columns,
    ...(await functions())
  ];
}
