import {html} from "htl";
import type {Control} from "./controls.js";

/** Several controls as one, whose value is an object of their values. It is laid out like separate controls. */
export type Form<F extends Fields> = HTMLElement & {readonly value: FormValue<F>};

/** The values of a form's controls, by name. */
export type FormValue<F extends Fields> = {readonly [K in keyof F]: F[K]["value"]};

type Fields = Readonly<Record<string, Control>>;

/**
 * Combines controls for `Generators.input`: `form({rate, tenor}).value` is `{rate: "0.07", tenor: "5"}`. An input event
 * of any control is an event of the form. Place it among `controls`.
 */
export function form<F extends Fields>(fields: F): Form<F> {
  const element = html`<div class="form">${Object.values(fields)}</div>`;
  return Object.defineProperty(element, "value", {get: () => valuesOf(fields)}) as Form<F>;
}

function valuesOf<F extends Fields>(fields: F): FormValue<F> {
  return Object.fromEntries(Object.entries(fields).map(([name, {value}]) => [name, value])) as FormValue<F>;
}
