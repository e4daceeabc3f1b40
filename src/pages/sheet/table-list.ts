import {html} from "htl";
import {keysOf, type Run} from "../../lib/sheet/run.js";
import {groupsOf} from "../../components/sheet/table-groups.js";
import type {Computed, Store} from "../../components/sheet/store.js";
import {tableOf} from "../../components/sheet/state.js";
import {words} from "../../components/sheet/view.js";
import {layerColor} from "../../components/words/layer.js";

/** The tables of the model by layer, each with its number of rows and a dot where it is changed. */
export class TableList {
  readonly element = html`<nav class="wb-tables" aria-label="Tables"></nav>`;
  private readonly links = new Map<string, HTMLElement>();

  constructor(
    store: Store,
    readonly open: (table: string) => void
  ) {
    const names = store.current.run.model.tables.map(({name}) => name);
    for (const {title, layer, tables} of groupsOf(names)) {
      const style = {"--tf-layer": layer ? layerColor(layer) : "var(--tf-ink-2)"};
      this.element.append(
        html`<section ${{style}}>
          <h3>${title}</h3>
          ${tables.map((name) => this.link(name, store.current))}
        </section>`
      );
    }
    store.listen(({state, run}) => {
      const changed = new Set(state.own.settings.map(({cell}) => tableOf(cell)));
      for (const [name, link] of this.links) {
        link.classList.toggle("changed", changed.has(name));
        link.querySelector("small")!.textContent = countOf(run, name);
      }
    });
  }

  /** Marks the open table. */
  show(table: string): void {
    for (const [name, link] of this.links) {
      if (name === table) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  private link(name: string, {run}: Computed): HTMLElement {
    const link = html`<button type="button" ${{onclick: () => this.open(name)}}>
      <span>${words(name)}</span><small>${countOf(run, name)}</small>
    </button>`;
    this.links.set(name, link);
    return link;
  }
}

function countOf(run: Run, name: string): string {
  const {single} = run.model.tables.find((table) => table.name === name)!;
  return single ? "" : keysOf(run, name).length.toLocaleString("en");
}
