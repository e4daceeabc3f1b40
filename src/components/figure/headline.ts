import {html} from "htl";
import {centralText, interval, type Range} from "../words/format.js";
import {cellLink} from "../inspector/cell-link.js";
import type {Made, Origin, Recorded} from "../inspector/origin.js";
import {layerColor, type Layer} from "../words/layer.js";

export interface Headline extends Range {
  label: string;
  unit: string;
  /** The layer that gives the card its colour. */
  layer?: Layer;
  /** A short sentence below the number. */
  note?: string;
  /** Origins of the number and of its range. */
  origin?: Origin | undefined;
  ranged?: Origin | undefined;
  /** A page or anchor that explains the number. */
  href?: string;
}

/** A row of cards, each with one number and its range. */
export function headlines(cards: readonly Headline[]): HTMLElement {
  return html`<div class="headlines">${cards.map(headline)}</div>`;
}

/** A card with one number and its range. */
function headline({label, unit, layer, note, href, origin, ranged, ...value}: Headline): HTMLElement {
  const style = layer ? {"--layer": layerColor(layer)} : {};
  return html`<div class="card headline" ${{style}}>
    <h2>${href === undefined ? label : html`<a href=${href}>${label}</a>`}</h2>
    ${opening(html`<span class="big">${centralText(value, unit)}</span>`, origin)}
    ${opening(
      html`<small>${interval(value, unit)}</small>`,
      ranged ?? (origin && !("table" in origin) ? rangeOf(origin) : undefined)
    )}
    ${note === undefined ? null : html`<small>${note}</small>`}
  </div>`;
}

function opening(element: HTMLElement, origin: Origin | undefined): HTMLElement {
  return origin && element.textContent !== "" ? cellLink(element, origin) : element;
}

/** The origin of a number's range over draws: the cells from which the number is calculated. */
export function rangeOf(origin: Exclude<Origin, Recorded>): Made {
  const of = "of" in origin ? origin.of : [origin];
  return {
    words:
      "From the 5th to the 95th percentile over draws of all uncertain assumptions; the number is calculated from:",
    of
  };
}
