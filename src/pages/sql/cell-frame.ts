import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {readsOf} from "../../components/notebook/graph.js";
import {withMoved, withoutCell, withRenamed} from "../../components/notebook/edits.js";
import type {Cell} from "../../components/notebook/notebook.js";
import type {CellState} from "../../components/notebook/runner.js";
import {failure, retryOf} from "../../components/load/failure.js";
import type {FirstResult} from "./first-result.js";
import type {CellView} from "./cell-view.js";
import {messageOf} from "../../components/cell/message.js";
import type {Session} from "./session.js";

/** A cell in its frame: name, state and what can be done with it. */
export interface Frame {
  element: HTMLElement;
  view: CellView;
  tell: (state: CellState) => void;
  /** Shows what the cell reads and who reads it. */
  link: () => void;
  /** Shows the published result, unless the cell's own is there. */
  preview: (first: FirstResult) => Promise<void>;
}

export interface FrameOptions {
  session: Session;
  /** Buttons that add a cell behind this one. */
  adders: HTMLElement;
}

/** Puts a cell's view into a frame. */
export function cellFrame({kind, name}: Cell, view: CellView, {session, adders}: FrameOptions): Frame {
  const words = html`<span class="notebook-state"></span>`;
  const links = html`<span class="notebook-links"></span>`;
  const fault = html`<div></div>`;
  const run = button("Run", () => (view.submit ? view.submit() : session.run(name)));
  const stop = button("Cancel", () => session.cancel());
  run.title = "Ctrl+Enter or Cmd+Enter";
  stop.hidden = true;
  let clock: ReturnType<typeof setInterval> | undefined;

  const element = html`<section
    class="notebook-cell"
    data-kind=${kind}
    data-name=${name}
    tabindex="-1"
    aria-label=${`${kinds[kind]} ${name}`}
  >
    <header>
      ${nameField(name, session, fault)} ${words}${links}
      <span class="notebook-tools">
        ${view.buttons ?? []} ${kind === "input" || kind === "text" ? "" : run} ${stop}
        ${tool("↑", `Move ${name} up`, () => session.change(withMoved(session.notebook(), name, -1), "step"))}
        ${tool("↓", `Move ${name} down`, () => session.change(withMoved(session.notebook(), name, 1), "step"))}
        ${tool("×", `Delete ${name}`, () => session.change(withoutCell(session.notebook(), name), "step"))}
      </span>
    </header>
    ${fault}
    <div class="notebook-body">${view.element}</div>
    ${adders}
  </section>`;
  const body = element.querySelector<HTMLElement>(".notebook-body")!;
  const outputs = ".sql-result, .notebook-chart, .notebook-saves";
  const isOld = (old: boolean): void => {
    element.classList.toggle("notebook-old", old);
    for (const output of body.querySelectorAll<HTMLElement>(outputs)) output.inert = old;
  };

  function tell(state: CellState): void {
    clearInterval(clock);
    element.dataset.status = state.status;
    stop.hidden = state.status !== "running";
    fault.replaceChildren(...(state.status === "failed" ? faultOf(state.error, view, () => session.run(name)) : []));
    const say = (): void => words.replaceChildren(...wordsOf(state, view, session));
    say();
    if (state.status === "running") clock = setInterval(say, 1000);
    else isOld(state.status !== "done");
  }
  function link(): void {
    const reads = readsOf(session.notebook());
    const readers = [...reads].flatMap(([reader, read]) => (read.includes(name) ? [reader] : []));
    const parts = [listed("reads", reads.get(name) ?? []), listed("read by", readers)];
    links.textContent = parts.filter((part) => part !== "").join("; ");
  }
  async function preview(first: FirstResult): Promise<void> {
    if (!["waiting", "running"].includes(element.dataset.status ?? "waiting")) return;
    await view.preview?.(first);
    isOld(false);
  }
  return {element, view, tell, link, preview};
}

const kinds: Record<Cell["kind"], string> = {sql: "SQL cell", chart: "Chart", text: "Text", input: "Input"};

function listed(words: string, names: readonly string[]): string {
  return names.length === 0 ? "" : `${words} ${names.join(", ")}`;
}

function wordsOf(state: CellState, view: CellView, session: Session): (Node | string)[] {
  if (state.status === "running" && session.isStarting()) return ["DuckDB is restarting"];
  if (state.status === "running") return running(Math.round((performance.now() - state.since) / 1000), session.limit());
  if (state.status === "waiting") return [state.for === undefined ? "waiting" : `waits for ${state.for}`];
  if (state.status !== "done") return [state.status];
  return view.words ? [`${view.words()}, ${Math.round(state.ms)} ms`] : [];
}

/** How much of its time a cell has taken: DuckDB does not tell how far it is. */
function running(seconds: number, limit: number): (Node | string)[] {
  if (seconds === 0) return ["running"];
  const bar = html`<progress max=${limit} value=${seconds} aria-label="Time taken, of the limit"></progress>`;
  return [`running, ${seconds} of ${limit} s `, bar];
}

function faultOf(error: unknown, view: CellView, again: () => void): Node[] {
  const retry = retryOf(error, again);
  if (retry) return [failure(messageOf(error), retry)];
  const way = view.fail?.(error);
  return [html`<pre class="sql-error" role="alert">${messageOf(error)}</pre>`, ...(way ? [way] : [])];
}

function tool(sign: string, label: string, click: () => void): HTMLButtonElement {
  const element = button(sign, click);
  element.ariaLabel = label;
  element.title = label;
  return element;
}

/** The name, which a reader may change: every cell that mentions it follows. */
function nameField(name: string, session: Session, fault: HTMLElement): HTMLElement {
  const input = html`<input class="notebook-name" aria-label="Name of the cell" value=${name} spellcheck="false" />`;
  const field = input as HTMLInputElement;
  field.size = Math.max(4, name.length);
  field.addEventListener("change", () => {
    try {
      session.change(withRenamed(session.notebook(), name, field.value.trim(), session.model), "step");
    } catch (error) {
      field.value = name;
      fault.replaceChildren(html`<p class="sql-error" role="alert">${messageOf(error)}</p>`);
    }
  });
  return field;
}
