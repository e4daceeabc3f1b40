import {html} from "htl";
import type {Option} from "../../components/form/controls.js";

/** A form element for `view` that gives the options chosen. */
export type MultiSelect = HTMLElement & {readonly value: readonly Option[]};

/**
 * Boxes to tick, between `minimum` and `maximum` of them, remembered in the page's address as ?name=a,b,c. A box that
 * would leave too few or make too many can't be ticked.
 */
export function multiSelect(
  name: string,
  label: string,
  options: readonly Option[],
  {start, minimum, maximum}: {start: readonly string[]; minimum: number; maximum: number}
): MultiSelect {
  const requested = new URLSearchParams(location.search).get(name)?.split(",") ?? [];
  const known = requested.filter((value) => options.some((option) => option.value === value)).slice(0, maximum);
  const chosen = new Set(known.length >= minimum ? known : start);
  const boxes = options.map(({value}) => html`<input type="checkbox" value=${value} />` as HTMLInputElement);
  const allow = (): void => {
    for (const box of boxes) {
      box.checked = chosen.has(box.value);
      box.disabled = box.checked ? chosen.size <= minimum : chosen.size >= maximum;
    }
  };
  for (const box of boxes)
    box.addEventListener("input", () => {
      if (box.checked) chosen.add(box.value);
      else chosen.delete(box.value);
      allow();
      remember(name, [...chosen]);
    });
  allow();
  const element = html`<fieldset class="several">
    <legend>${label}</legend>
    ${options.map(({title}, index) => html`<label>${boxes[index]} ${title}</label>`)}
  </fieldset>`;
  return Object.defineProperty(element, "value", {
    get: () => options.filter(({value}) => chosen.has(value))
  }) as MultiSelect;
}

function remember(name: string, values: readonly string[]): void {
  const url = new URL(location.href);
  url.searchParams.set(name, values.join(","));
  history.replaceState(history.state, "", url);
}
