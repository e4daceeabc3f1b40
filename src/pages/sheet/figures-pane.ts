import {html} from "htl";
import type {CellRange} from "../../lib/uncertainty/range.js";
import {isPrerendering} from "../../components/load/prerendering.js";
import {openMenu} from "../../components/sheet/menu.js";
import type {Store} from "../../components/sheet/store.js";
import {figures} from "../../lib/model/headline.js";
import {dateAt} from "../../lib/export/run-tables.js";
import {bridge} from "./bridge.js";
import {iconButton} from "./icon.js";
import {MovedMost} from "./moved-most.js";
import {PinnedCard} from "./pinned.js";
import {rangesWhenQuiet} from "./ranges.js";
import {baseTitle} from "./base-title.js";
import {MOST} from "./view-in-address.js";
import {monthName} from "../../components/words/month.js";

/** What the pane asks of the page. */
export interface FiguresHost {
  month: () => number;
  pins: () => readonly string[];
  pinned: (pins: readonly string[]) => void;
  go: (cell: string) => void;
  /** Told how the draws stand. */
  ranged: (words: string) => void;
}

/** The pane on the right: pinned figures beside the base scenario's, what moved most, and the bridge. */
export class FiguresPane {
  readonly element: HTMLElement;
  private readonly cards = html`<div class="wb-cards"></div>`;
  private readonly note = html`<small></small>`;
  private readonly moved: MovedMost;
  private readonly bridge: ReturnType<typeof bridge>;
  private drawn: PinnedCard[] = [];
  private ranges: readonly CellRange[] = [];

  constructor(
    readonly store: Store,
    readonly host: FiguresHost
  ) {
    const plus = iconButton("plus", "Pin a figure", () => this.choose(plus));
    this.moved = new MovedMost((cell) => this.pin(cell));
    this.bridge = bridge(store, host.month, host.go);
    this.element = html`<aside class="wb-right" aria-label="Figures" tabindex="-1">
      <section class="wb-section wb-pinned" aria-label="Pinned">
        <header>
          <h2>Pinned</h2>
          ${this.note} ${plus}
        </header>
        ${this.cards}
      </section>
      ${this.moved.element} ${this.bridge}
    </aside>`;
    this.lay();
    this.draw();
  }

  /** Draws all for another month. */
  refresh(): void {
    const {store, host, ranges} = this;
    const month = host.month();
    this.note.textContent = `${monthName(dateAt(store.current.run, month))}, beside ${baseTitle(store)}`;
    for (const card of this.drawn) card.show({computed: store.current, month, ranges});
    this.moved.show(store.current, month);
    this.bridge.refresh();
  }

  /** Keeps a cell's path in view, in place of the one that was pinned last where there are four. */
  pin(cell: string): void {
    const pins = this.host.pins();
    if (!pins.includes(cell)) this.repin([...pins.slice(0, MOST - 1), cell]);
    this.drawn.find(({id}) => id === cell)?.element.scrollIntoView({block: "nearest"});
  }

  private repin(pins: readonly string[]): void {
    this.host.pinned(pins);
    this.lay();
    this.refresh();
  }

  private lay(): void {
    const pins = this.host.pins();
    this.drawn = pins.map((cell) => new PinnedCard(cell, () => this.repin(pins.filter((one) => one !== cell))));
    this.cards.replaceChildren(
      ...(pins.length === 0
        ? [html`<p class="wb-empty">Nothing is pinned. Alt+P pins the active cell, + a headline figure.</p>`]
        : this.drawn.map(({element}) => element))
    );
  }

  private choose(anchor: HTMLElement): void {
    const pins = this.host.pins();
    openMenu(
      anchor,
      "Pin a figure",
      figures.map(({column, title}) => ({
        label: title,
        disabled: pins.includes(`economy.${column}`),
        act: () => this.pin(`economy.${column}`)
      }))
    );
  }

  /** Ranges of the numbers before an edit belong to other numbers: they go at once, and come when they are drawn. */
  private draw(): void {
    const ranges = rangesWhenQuiet(this.store, (drawn, count) => {
      this.ranges = drawn;
      this.host.ranged(`ranges of ${count} draws`);
      this.refresh();
    });
    this.store.listen(() => {
      this.ranges = [];
      this.refresh();
      if (!isPrerendering()) this.host.ranged("range: drawing");
      ranges();
    });
  }
}
