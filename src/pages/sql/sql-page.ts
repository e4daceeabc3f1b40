import {html} from "htl";
import {button} from "../../components/figure/button.js";
import type {CatalogTable} from "../../components/rows/catalog.js";
import {stopDatabase} from "../../components/database/duckdb.js";
import {editor, type Editor} from "./editor.js";
import {placeOf} from "../../components/database/query-error.js";
import {hashOf, queryOf} from "../../components/database/link-state.js";
import {query, type Result} from "../../components/database/query.js";
import {failure, retryOf} from "../../components/load/failure.js";
import {questions} from "./questions.js";
import {resultView, summary} from "./result-view.js";
import {schemaList} from "./schema-list.js";

/** How long a cancelled query may take to stop before DuckDB is ended, in ms. */
const patience = 2000;

/** The SQL page: questions, editor, tables and result. The query is in the page's address once it has run. */
export function sqlPage(tables: readonly CatalogTable[]): HTMLElement {
  const status = html`<p class="sql-status" role="status" aria-live="polite"></p>`;
  const output = html`<div></div>`;
  const linked = linkedQuery(status);
  const area = editor(linked ?? questions[0]?.query ?? "", tables, () => void run());
  const go = button("Run", () => void run());
  const stop = button("Cancel", () => cancel());
  go.title = "Ctrl+Enter or Cmd+Enter";
  stop.disabled = true;
  let running = new AbortController();

  async function run(): Promise<void> {
    running.abort();
    const current = (running = new AbortController());
    const text = area.text();
    area.mark(undefined, "");
    stop.disabled = false;
    say(status, "Running… the first query also loads DuckDB, 8 MB");
    try {
      const result = await query(text, {signal: current.signal});
      if (current !== running) return;
      show(output, status, result);
      history.replaceState(null, "", hashOf(text));
    } catch (error) {
      if (current !== running) return;
      const again = retryOf(error, () => void run());
      if (again && !current.signal.aborted) status.replaceChildren(failure(messageOf(error), again));
      else fail(area, status, text, current.signal.aborted ? new Error("cancelled") : error);
    } finally {
      if (current === running) stop.disabled = true;
    }
  }

  function cancel(): void {
    const current = running;
    current.abort();
    setTimeout(() => {
      if (!stop.disabled && current === running) void stopDatabase().then(() => say(status, "cancelled"));
    }, patience);
  }

  if (linked !== undefined) void run();
  return html`<div class="sql-page">
    <div class="sql-main">
      ${questionList(area, () => void run())}
      <div class="sql-editor">${area.element}</div>
      <div class="sql-bar">${go}${stop}</div>
      ${status}${output}
    </div>
    ${schemaList(tables, (name) => area.insert(name))}
  </div>`;
}

function linkedQuery(status: HTMLElement): string | undefined {
  try {
    return queryOf(location.hash);
  } catch (error) {
    fault(status, `${messageOf(error)}. Ask for the link again; it stays in the address until you run a query.`);
  }
}

function questionList(area: Editor, run: () => void): HTMLElement {
  const list = html`<select aria-label="Questions">
    <option value="">Choose a question…</option>
    ${questions.map(({title}, index) => html`<option value=${String(index)}>${title}</option>`)}
  </select>` as HTMLSelectElement;
  const note = html`<p class="sql-note"></p>`;
  list.addEventListener("change", () => {
    const question = questions[Number(list.value || NaN)];
    if (!question) return;
    note.textContent = question.note;
    area.replace(question.query);
    run();
  });
  return html`<div>${list}${note}</div>`;
}

function show(output: HTMLElement, status: HTMLElement, result: Result): void {
  output.replaceChildren(resultView(result));
  say(status, summary(result));
}

function fail(area: Editor, status: HTMLElement, text: string, error: unknown): void {
  const message = messageOf(error);
  area.mark(placeOf(error, text), message.split("\n")[0] ?? message);
  fault(status, message);
}

function say(status: HTMLElement, text: string): void {
  status.replaceChildren(text);
}

function fault(status: HTMLElement, message: string): void {
  status.replaceChildren(html`<pre class="sql-error">${message}</pre>`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
