import {html} from "htl";
import {REFERENCE} from "../../lib/model/reference.js";
import {OWN} from "../live/custom-scenario.js";
import type {RowsOf} from "../rows/table-types.js";
import {monthName} from "../words/month.js";

/** A form element for `view`: its `value`, and an input event when that changes. */
export type Control<T extends string = string> = HTMLElement & {readonly value: T};

/** What a choice offers: the value, and the words for it. */
export interface Option<T extends string = string> {
  value: T;
  title: string;
}

/**
 * A list to choose one from, remembered in the page's address as ?name=value. It starts from there, else from `start`,
 * else from the first option, a scenario from the reader's own; an address that asks for what isn't offered gets a
 * visible note.
 */
export function choice<T extends string>(name: string, label: string, options: readonly Option<T>[], start?: T) {
  const requested = address().get(name);
  const offers = (wanted: string | null | undefined): boolean => options.some((option) => option.value === wanted);
  const first = name === "scenario" && offers(OWN) ? OWN : (start ?? options[0]?.value ?? "");
  const value = offers(requested) ? requested : first;
  const list = html`<select class="field">
    ${options.map((option) => html`<option value=${option.value}>${option.title}</option>`)}
  </select>` as HTMLSelectElement;
  list.value = value ?? "";
  list.addEventListener("input", () => remember(name, list.value));
  const note =
    requested === null || requested === value
      ? null
      : `No ${label.toLowerCase()} called “${requested}”; showing ${list.selectedOptions[0]?.text ?? "another"} ` +
        `instead.`;
  return control(label, list, () => list.value as T, note);
}

/** The scenarios of the chain by title, remembered as ?scenario=name. It gives the scenario's name. */
export function scenarioInput(scenarios: RowsOf<"scenario">, start = REFERENCE): Control {
  const chain = scenarios.filter(({model}) => model === "chain");
  const options = chain.map(({name, title}) => ({value: String(name), title: String(title)}));
  return choice("scenario", "Scenario", options, start);
}

/** A slider over months, YYYY-MM, remembered as ?month=YYYY-MM. It gives the month; at first, the one asked for. */
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

/** A labelled control that gives a value; `note` is shown beside it. */
export function control<T extends string>(label: string, content: unknown, value: () => T, note: string | null = null) {
  const element = html`<label class="control"
    ><span class="control-label">${label}</span>${content}${note && html`<small role="status">${note}</small>`}</label
  >`;
  return Object.defineProperty(element, "value", {get: value}) as Control<T>;
}

/** What the page's address says after its question mark. */
export function address(): URLSearchParams {
  return new URLSearchParams(location.search);
}

/** Puts a control's value into the page's address. */
export function remember(name: string, value: string): void {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  history.replaceState(history.state, "", url);
}
