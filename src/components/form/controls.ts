import {html} from "htl";
import {REFERENCE} from "../../lib/model/reference.js";
import {OWN} from "../live/custom-scenario.js";
import {addOthers, lacksOthers} from "../rows/other-scenarios.js";
import type {RowsOf} from "../rows/table-types.js";
import {monthName} from "../words/month.js";

/** A form element for `view`: it has a `value` and fires an input event when that changes. */
export type Control<T extends string = string> = HTMLElement & {readonly value: T};

/** An option of a choice: its value and label. */
export interface Option<T extends string = string> {
  value: T;
  title: string;
}

/**
 * A drop-down list, remembered in the page's address as ?name=value. It starts from the address, from `start`, or from
 * the first option, and a list of scenarios from the reader's own. If the address names an unknown option, a note says
 * so.
 */
export function choice<T extends string>(name: string, label: string, options: readonly Option<T>[], start?: T) {
  const requested = address().get(name);
  const offers = (wanted: string | null | undefined): boolean => options.some((option) => option.value === wanted);
  const first = name === "scenario" && offers(OWN) ? OWN : (start ?? options[0]?.value ?? "");
  const value = offers(requested) ? requested : first;
  const list = html`<select class="field"></select>` as HTMLSelectElement;
  list.append(...options.map(optionElement));
  list.value = value ?? "";
  list.addEventListener("input", () => remember(name, list.value));
  const note =
    requested === null || requested === value
      ? null
      : `No ${label.toLowerCase()} called “${requested}”; showing ${list.selectedOptions[0]?.text ?? "another"} ` +
        `instead.`;
  return control(label, list, () => list.value as T, note);
}

/** A list may have hundreds of options, which a template would make one by one. */
function optionElement({value, title}: Option): HTMLOptionElement {
  const element = document.createElement("option");
  element.value = value;
  element.textContent = title;
  return element;
}

/**
 * A drop-down list of the chain's scenarios by title, remembered as ?scenario=name. Its value is the scenario's name,
 * once the page's tables have its rows.
 */
export function scenarioInput(scenarios: RowsOf<"scenario">, start = REFERENCE): Control {
  const chain = scenarios.filter(({model}) => model === "chain");
  const options = chain.map(({name, title}) => ({value: String(name), title: String(title)}));
  const element = choice("scenario", "Scenario", options, start);
  const list = element.querySelector("select")!;
  list.addEventListener("input", afterOthers, {capture: true});
  for (const name of ["pointerdown", "focus"]) list.addEventListener(name, () => lacksOthers() && void addOthers());
  return element;
}

/** Holds a choice back until the tables have the rows of all scenarios. */
function afterOthers(event: Event): void {
  if (!lacksOthers()) return;
  event.stopImmediatePropagation();
  void addOthers().then(() => event.target!.dispatchEvent(new Event("input", {bubbles: true})));
}

/** A slider over months, YYYY-MM, remembered as ?month=YYYY-MM. Its value is the month, initially the requested one. */
export function monthInput(dates: readonly string[], start = dates[0]): Control {
  const slider = html`<input
    class="slider"
    type="range"
    min="0"
    max=${dates.length - 1}
    step="1"
  />` as HTMLInputElement;
  const output = html`<output class="number slider-value"></output>`;
  const month = (): string => dates[slider.valueAsNumber] ?? "";
  const show = (): void => {
    slider.setAttribute("aria-valuetext", monthName(month()));
    output.textContent = monthName(month());
  };
  slider.value = String(Math.max(0, dates.indexOf(address().get("month") ?? start ?? "")));
  slider.addEventListener("input", () => {
    show();
    remember("month", month());
  });
  show();
  return control("Month", [slider, output], month);
}

/** Controls in a row that wraps. */
export function controls(...elements: HTMLElement[]): HTMLElement {
  return html`<div class="controls">${elements}</div>`;
}

/** A labelled control with a value; `note` is shown beside it. */
export function control<T extends string>(label: string, content: unknown, value: () => T, note: string | null = null) {
  const element = html`<label class="control"
    ><span class="control-label">${label}</span>${content}${note && html`<small role="status">${note}</small>`}</label
  >`;
  return Object.defineProperty(element, "value", {get: value}) as Control<T>;
}

/** The query parameters of the page's address. */
export function address(): URLSearchParams {
  return new URLSearchParams(location.search);
}

/** Stores a control's value in the page's address. */
export function remember(name: string, value: string): void {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  history.replaceState(history.state, "", url);
}
