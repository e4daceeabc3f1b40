import {html} from "htl";
import {amount, interval, type Range} from "./format.js";
import {mark, type CellMark, type Made} from "./inspector/mark.js";
import {layerColor, type Layer} from "./layer.js";

export interface Headline extends Range {
  label: string;
  unit: string;
  /** The layer whose colour the card has. */
  layer?: Layer;
  /** A short sentence below the number. */
  note?: string;
  /** The cell of the model that the number is, or those that it is made of. */
  origin?: CellMark | Made | undefined;
  /** A page or an anchor that shows where the number comes from. */
  href?: string;
}

/** A row of cards, each with one number and its range. */
export function headlines(cards: readonly Headline[]): HTMLElement {
  return html`<div class="headlines">${cards.map(headline)}</div>`;
}

/** A card with one number and its range. */
export function headline({label, unit, layer, note, href, origin, ...value}: Headline): HTMLElement {
  const style = layer && {"--layer": layerColor(layer)};
  return html`<div class="card headline" style=${style}>
    <h2>${href === undefined ? label : html`<a href=${href}>${label}</a>`}</h2>
    ${origin ? mark(number(value, unit), origin) : number(value, unit)}
    <small>${interval(value, unit)}</small>
    ${note === undefined ? null : html`<small>${note}</small>`}
  </div>`;
}

function number({central}: Range, unit: string): HTMLElement {
  return html`<span class="big">${amount(central, unit)}</span>`;
}
