import {html} from "htl";
import {fileText} from "../../lib/sheet/file-text.js";
import {button} from "../../components/figure/button.js";
import {download} from "../../components/figure/download.js";
import type {CustomScenario} from "../../components/live/custom-scenario.js";
import {edit, replace, reset} from "../../components/sheet/state.js";
import type {Store} from "../../components/sheet/store.js";
import {leftOut, ownAsYaml, ownFromYaml, scenarioFileName} from "./file.js";
import {forget, rename, save, savedScenarios, type Saved} from "../../components/own/saved-scenarios.js";
import {scenarioComparison} from "./scenario-comparison.js";
import {scenarioList} from "./scenario-list.js";

/** The scenarios kept in this browser: to keep, open, rename, copy, merge and delete, and beside each other. */
export class ScenarioManager {
  readonly element: HTMLElement;
  private readonly name = html`<input
    aria-label="Name of the scenario"
    placeholder="Name"
    maxlength="60"
  />` as HTMLInputElement;
  private readonly message = html`<p role="status"></p>`;
  private readonly list = html`<div></div>`;
  private readonly compared = html`<div></div>`;
  private saved: readonly Saved[] = [];
  /** Names of the scenarios that are not compared. */
  private readonly hidden = new Set<string>();

  constructor(
    readonly store: Store,
    readonly month: () => number
  ) {
    const keep = button("Save in this browser", () => this.attempt(() => this.keep()));
    const file = button("Download as YAML", () => this.download(store.current.state.own));
    const clear = button("Revert all", () => store.change((state) => reset(state)));
    const read = (given: File): void => this.attempt(() => this.open(given));
    this.element = html`<div class="sheet-keep">
      <div class="sheet-tools">${this.name} ${keep} ${file} ${clear} ${opener(read)}</div>
      ${this.message}${this.list}${this.compared}
    </div>`;
    droppable(this.element, read);
    this.name.value = store.current.state.own.title;
    store.listen(() => this.element.isConnected && this.draw());
    this.attempt(() => this.refresh());
  }

  private draw(): void {
    const {store, saved, hidden} = this;
    this.list.replaceChildren(
      scenarioList(store, saved, {
        isCompared: ({name}) => !hidden.has(name),
        compare: ({name}, chosen) => {
          if (chosen) hidden.delete(name);
          else hidden.add(name);
          this.draw();
        },
        open: ({name, own}) => this.take(own, `“${name}” is open. Undo restores the earlier one.`),
        merge: (one) => this.merge(one),
        copy: (one) => this.attempt(() => this.copy(one)),
        rename: ({name}, to) => this.attempt(() => this.changed(rename(name, to), `“${name}” is now “${to}”.`)),
        download: ({own}) => this.download(own),
        remove: ({name}) => this.attempt(() => this.changed(forget(name), `“${name}” is deleted.`))
      })
    );
    const chosen = saved.filter(({name}) => !hidden.has(name));
    this.compared.replaceChildren(scenarioComparison(store, chosen.slice(0, MOST_COMPARED), this.month()));
  }

  private async keep(): Promise<void> {
    const title = this.name.value.trim();
    if (title === "") {
      this.name.focus();
      throw new Error("Give the scenario a name first.");
    }
    const own = {...this.store.current.state.own, title};
    const replaces = (await savedScenarios()).some(({name}) => name === title);
    await save({name: title, own});
    const instead = replaces ? " and replaces the one of that name" : "";
    this.take(own, `“${title}” is saved in this browser${instead}.`);
    await this.refresh();
  }

  private async copy({name, own}: Saved): Promise<void> {
    const taken = new Set(this.saved.map((one) => one.name));
    const names = [`${name}, copy`, ...Array.from(taken, (_, i) => `${name}, copy ${i + 2}`)];
    const free = names.find((one) => !taken.has(one))!;
    await this.changed(save({name: free, own: {...own, title: free}}), `“${free}” is saved, too.`);
  }

  /** Puts the changes of a kept scenario on top of the present one's. */
  private merge({name, own}: Saved): void {
    const mine = new Map(this.store.current.state.own.settings.map(({cell, value}) => [cell, value]));
    const replaced = own.settings.filter(({cell, value}) => mine.has(cell) && mine.get(cell) !== value).length;
    const said = replaced === 0 ? "" : ` ${replaced} of your values ${replaced === 1 ? "was" : "were"} replaced.`;
    const parent = own.parent === this.store.current.state.own.parent ? "" : ` Its base, ${own.parent}, is left out.`;
    this.store.change((state) => {
      const {own: merged} = edit(state, own.settings);
      return replace(state, {...merged, ...mergedNotes(merged, own)});
    });
    this.say(`The changes of “${name}” are merged into yours.${said}${parent}`);
  }

  private download(own: CustomScenario): void {
    const applied = this.store.session.apply(own);
    download(scenarioFileName(applied.applied), ownAsYaml(own, applied), "application/yaml");
  }

  private async open(file: File): Promise<void> {
    const text = fileText(new Uint8Array(await file.arrayBuffer()));
    const own = ownFromYaml(text, file.name);
    const lost = leftOut(text, file.name);
    this.take(
      own,
      `Read ${file.name}${lost.length === 0 ? "" : `, but for ${lost.join(" and ")}: a sheet runs as its parent does`}.`
    );
  }

  private take(own: CustomScenario, said: string): void {
    this.store.change((state) => replace(state, own));
    this.name.value = own.title;
    this.say(said);
  }

  private async changed(work: Promise<void>, said: string): Promise<void> {
    await work;
    this.say(said);
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    this.draw();
    this.saved = await savedScenarios();
    this.draw();
  }

  private say(words: string): void {
    this.message.textContent = words;
  }

  private attempt(work: () => Promise<unknown>): void {
    work().catch((error: unknown) => this.say(error instanceof Error ? error.message : String(error)));
  }
}

/** The notes of both, of a cell that has two the second's. */
function mergedNotes({notes: first = []}: CustomScenario, {notes: second = []}: CustomScenario) {
  const notes = [...first.filter(({cell}) => !second.some((one) => one.cell === cell)), ...second];
  return notes.length > 0 && {notes};
}

/** As many as stand side by side. */
const MOST_COMPARED = 5;

function opener(take: (file: File) => void): HTMLElement {
  const field = html`<input type="file" accept=".yaml,.yml" />` as HTMLInputElement;
  field.addEventListener("change", () => field.files?.[0] && take(field.files[0]));
  return html`<label>Open a YAML file, or drop it here: ${field}</label>`;
}

function droppable(element: HTMLElement, take: (file: File) => void): void {
  element.addEventListener("dragover", (event) => event.preventDefault());
  element.addEventListener("drop", (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  });
}
