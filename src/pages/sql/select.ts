import {html} from "htl";

/** A list of options, by their values, of which one is chosen. */
export function select(label: string, options: Readonly<Record<string, string>>, chosen: string): HTMLSelectElement {
  const element = html`<select aria-label=${label}>
    ${Object.entries(options).map(([value, text]) => html`<option value=${value}>${text}</option>`)}
  </select>` as HTMLSelectElement;
  element.value = chosen;
  return element;
}
