import {html} from "htl";
import {figures} from "../../lib/model/headline.js";
import {numberAt} from "../../lib/sheet/run.js";
import type {Computed} from "../../components/sheet/store.js";
import {changeOfFigure, percent, type FigureChange} from "./change-of-figure.js";

/** The headline figures that differ most from the base scenario's, in a month; a click pins one. */
export class MovedMost {
  readonly element: HTMLElement;
  private readonly count = html`<small></small>`;
  private readonly list = html`<div class="tf-amounts"></div>`;

  constructor(readonly pin: (cell: string) => void) {
    this.element = html`<section class="wb-section wb-moved" aria-label="Moved most">
      <header>
        <h2>Moved most</h2>
        ${this.count}
      </header>
      ${this.list}
    </section>`;
  }

  show(computed: Computed, month: number): void {
    const moved = changesIn(computed, month);
    const shown = moved.slice(0, innerWidth >= WIDE ? MANY : FEW);
    const most = Math.max(...shown.map(({change}) => Math.abs(change.share)), 1e-9);
    this.count.textContent = `${moved.length} of ${figures.length} figures`;
    this.list.replaceChildren(
      ...(shown.length === 0
        ? [html`<p class="wb-empty">No headline figure differs from the base scenario in this month.</p>`]
        : shown.map(({column, title, change}) => this.row(column, title, change, most)))
    );
  }

  private row(column: string, title: string, {share, way}: FigureChange, most: number): HTMLElement {
    const size = Math.min(1, Math.abs(share) / most) * 50;
    const bar = html`<i class=${way}></i>`;
    bar.style.width = `${size}%`;
    bar.style.left = `${way === "up" ? 50 : 50 - size}%`;
    return html`<button
      type="button"
      class="tf-amount"
      title=${`Pin ${title}`}
      ${{onclick: () => this.pin(`economy.${column}`)}}
    >
      <span>${title}</span><span class="tf-amount-track">${bar}</span
      ><span class=${way}>${share < 0 ? "\u2212" : "+"}${percent(Math.abs(share))}</span>
    </button>`;
  }
}

/** As many figures as fit beside the others. */
const [FEW, MANY, WIDE] = [6, 9, 1700];

/** The headline figures that moved, those that moved most first. */
export function changesIn(
  {run, baseline}: Computed,
  month: number
): {column: string; title: string; change: FigureChange}[] {
  return figures
    .flatMap(({column, title}) => {
      const id = `economy.${column}`;
      const change = changeOfFigure(numberAt(run, id, 0, month), numberAt(baseline, id, 0, month));
      return change ? [{column, title, change}] : [];
    })
    .sort((a, b) => Math.abs(b.change.share) - Math.abs(a.change.share));
}
