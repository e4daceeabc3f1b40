import {html} from "htl";
import {identifier} from "../../lib/export/sql/identifier.js";
import {button} from "../../components/figure/button.js";
import type {CatalogTable} from "../../components/rows/catalog.js";
import {isStarted, stopDatabase} from "../../components/database/duckdb.js";
import {editor, type Editor} from "./editor.js";
import {pageEngine} from "../../components/database/page-engine.js";
import {placeOf, QueryError} from "../../components/database/query-error.js";
import {hashOf, queryOf} from "../../components/database/link-state.js";
import {insertTables} from "../../components/database/tables-in-duckdb.js";
import {failure, retryOf} from "../../components/load/failure.js";
import {insertOwnTables} from "../../components/own/own-in-duckdb.js";
import type {OwnTable} from "../../components/own/own-store.js";
import {ownList} from "./own-list.js";
import {questions} from "./questions.js";
import {run as runText} from "../../components/result/run.js";
import {SHOWN} from "./result-table.js";
import {resultView} from "./result-view.js";
import {schemaList} from "./schema-list.js";

/** How long a cancelled query may take to stop before DuckDB is ended, in ms. */
const patience = 400;

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
  const model = tables.map(({name}) => name);
  const own = ownList(model, (name) => area.insert(name));
  let running = new AbortController();

  async function run(): Promise<void> {
    running.abort();
    const current = (running = new AbortController());
    const text = area.text();
    area.mark(undefined, "");
    stop.disabled = false;
    fade(output);
    const clock = tell(status);
    current.signal.addEventListener("abort", () => clearInterval(clock));
    try {
      const {view, words} = await answer(text, model, own.tables(), current.signal);
      if (current !== running) return;
      output.classList.remove("sql-old");
      output.inert = false;
      output.replaceChildren(view);
      say(status, words);
      history.replaceState(null, "", hashOf(text));
    } catch (error) {
      if (current !== running) return;
      const again = retryOf(error, () => void run());
      if (again && !current.signal.aborted) status.replaceChildren(failure(messageOf(error), again));
      else fail(area, status, text, current.signal.aborted ? new Error("cancelled") : error, () => void run());
    } finally {
      clearInterval(clock);
      if (current === running) stop.disabled = true;
    }
  }

  function cancel(): void {
    const current = running;
    current.abort();
    stop.disabled = true;
    setTimeout(() => {
      if (current === running && status.textContent.startsWith("Running")) void restart(status);
    }, patience);
  }

  if (linked !== undefined) void own.ready.then(run);
  return html`<div class="sql-page">
    <div class="sql-main">
      ${questionList(area, () => void run())}
      <div class="sql-editor">${area.element}</div>
      <div class="sql-bar">${go}${stop}</div>
      ${status}${output}
    </div>
    <div>${own.element}${schemaList(tables, (name) => area.insert(name))}</div>
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

/** What the statements of a text give, as the page shows it, and in words. */
async function answer(
  text: string,
  model: readonly string[],
  own: readonly OwnTable[],
  signal: AbortSignal
): Promise<Answer> {
  const engine = await pageEngine();
  await Promise.all([insertTables(engine.db, text), insertOwnTables(engine.db, own, text)]);
  const cancel = () => engine.cancel();
  signal.addEventListener("abort", cancel);
  try {
    const start = performance.now();
    const result = await runText(engine, text, {table: "result.result", model, signal});
    const seconds = ((performance.now() - start) / 1000).toFixed(3);
    if (!result) return {view: "", words: `done in ${seconds} s`};
    return {
      view: await resultView(engine, result, "result"),
      words: `${countOf(result.length)} in ${seconds} s${capOf(result.length)}`
    };
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

interface Answer {
  view: Node | string;
  words: string;
}

function countOf(length: number): string {
  return `${length.toLocaleString("en-US")} row${length === 1 ? "" : "s"}`;
}

function capOf(length: number): string {
  return length > SHOWN ? `, the first ${SHOWN.toLocaleString("en-US")} shown` : "";
}

/** The result of the query before is dim, and can't be saved, until another takes its place. */
function fade(output: HTMLElement): void {
  output.classList.add("sql-old");
  output.inert = true;
  output.querySelector(".sql-bar")?.remove();
}

/** Says what is waited for, and for how long. */
function tell(status: HTMLElement): ReturnType<typeof setInterval> {
  const start = performance.now();
  say(status, isStarted() ? "Running…" : "Running… DuckDB comes first, 8 MB, once");
  return setInterval(() => {
    if (isStarted()) say(status, `Running, ${Math.round((performance.now() - start) / 1000)} s…`);
  }, 1000);
}

async function restart(status: HTMLElement): Promise<void> {
  await stopDatabase();
  say(status, "cancelled; DuckDB starts again, without tables that queries made");
}

function fail(area: Editor, status: HTMLElement, text: string, error: unknown, run: () => void): void {
  const message = messageOf(error);
  const place = placeOf(error, text);
  area.mark(place, message.split("\n")[0] ?? message);
  fault(status, message);
  const suggestion = error instanceof QueryError ? error.suggestion : undefined;
  if (!place || suggestion === undefined) return;
  const line = text.slice(0, place.from).split("\n").length;
  status.append(
    button(`Line ${line}: use ${suggestion}`, () => {
      area.replace(text.slice(0, place.from) + identifier(suggestion) + text.slice(place.to));
      run();
    })
  );
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
