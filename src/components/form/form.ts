import {html} from "htl";
import type {Control} from "./controls.js";

/**
 * Several controls as one, whose value is an object with the value of each. It is laid out as they are beside others.
 */
export type Form<F extends Fields> = HTMLElement & {readonly value: FormValue<F>};

/** The values of a form's controls, by name. */
export type FormValue<F extends Fields> = {readonly [K in keyof F]: F[K]["value"]};

type Fields = Readonly<Record<string, Control>>;

/**
 * Controls by name as one form for `Generators.input`: `form({rate, tenor}).value` is `{rate: "0.07", tenor: "5"}`.
 * An input event of any of them is an event of the form. To be placed among `controls`.
 */
export function form<F extends Fields>(fields: F): Form<F> {
  const element = html`<div class="form">${Object.values(fields)}</div>`;
  return Object.defineProperty(element, "value", {get: () => valuesOf(fields)}) as Form<F>;
}

function valuesOf<F extends Fields>(fields: F): FormValue<F> {
  return Object.fromEntries(Object.entries(fields).map(([name, {value}]) => [name, value])) as FormValue<F>;
}
