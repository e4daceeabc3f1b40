import {html} from "htl";
import {find} from "../../lib/sheet/address.js";
import {baselineOf, seriesOf} from "../../components/sheet/series.js";
import {sparkline} from "../../components/sheet/paths.js";
import type {Store} from "../../components/sheet/store.js";
import {amount} from "../../components/words/format.js";
import type {Attention} from "./announcer.js";
import {changeOfFigure} from "./change-of-figure.js";
import {apart, titleOf} from "./pinned.js";

/** The first pinned figure in a line: on a narrow screen it stays in view whatever pane is shown. */
export class PinnedStrip {
  readonly element = html`<div class="wb-strip"></div>`;

  constructor(
    readonly store: Store,
    readonly attention: Attention
  ) {
    store.listen(() => this.refresh());
  }

  refresh(): void {
    const [cell = "economy.cost_per_token"] = this.attention.pins();
    const {current} = this.store;
    const place = find(current.run, cell);
    if (!place) return;
    const {column, row} = place;
    const month = this.attention.month();
    const [mine, theirs] = [seriesOf(current.run, column, row), baselineOf(current, column, row)];
    const value = amount(mine[month]!, column.unit.text);
    const change = changeOfFigure(mine[month]!, theirs[month] ?? NaN);
    this.element.replaceChildren(
      html`<span class="wb-strip-title">${titleOf(cell)}</span>`,
      html`<b title=${value}>${apart(value)[0]}</b>`,
      html`<span class=${change?.way ?? ""}>${change?.text ?? ""}</span>`,
      sparkline(mine, theirs, 64, 28)
    );
  }
}
