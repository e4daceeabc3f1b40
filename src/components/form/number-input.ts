import {html} from "htl";
import {address, control, remember, type Control} from "./controls.js";

export interface NumberInputOptions {
  min: number;
  max: number;
  step: number;
  /** What it is where the address does not say. */
  value: number;
  /** How the value is shown. */
  format: (value: number) => string;
}

/** A slider over numbers, remembered as ?name=value. It gives the number as text. */
export function numberInput(name: string, label: string, options: NumberInputOptions): Control {
  const {min, max, step, value, format} = options;
  const slider = html`<input
    type="range"
    min=${min}
    max=${max}
    step=${step}
    style=${{flex: "1 1 6rem", minWidth: "5rem"}}
  />` as HTMLInputElement;
  const output = html`<output class="number" style=${{minWidth: "4em"}}></output>`;
  const show = (): void => {
    output.textContent = format(slider.valueAsNumber);
    slider.setAttribute("aria-valuetext", output.textContent);
  };
  const requested = Number(address().get(name) ?? NaN);
  slider.value = String(Number.isFinite(requested) ? requested : value);
  slider.addEventListener("input", () => {
    show();
    remember(name, slider.value);
  });
  show();
  return control(label, [slider, output], () => slider.value);
}
