import {html} from "htl";
import {entryText} from "../../lib/sheet/entry-text.js";
import {typedNumber} from "../../lib/sheet/number.js";
import {address, control, remember, type Control} from "./controls.js";

export interface NumberInputOptions {
  min: number;
  max: number;
  step: number;
  /** What it is where the address does not say. */
  value: number;
  /** How the value is shown. */
  format: (value: number) => string;
  /** Reads what is typed, also beyond the slider; throws for what is refused. By default, takes the slider's range. */
  read?: (text: string) => number;
}

/**
 * A number that is typed or slid, remembered as ?name=value. It gives the number as text. What is typed may be `4,096`,
 * `20%` or `1.5M`; what is refused stays in its field, with the reason below, and the number stays what it was.
 */
export function numberInput(name: string, label: string, options: NumberInputOptions): Control {
  const input = new NumberInput(name, label, options);
  return control(label, [input.field, input.slider, input.note], () => String(input.value));
}

class NumberInput {
  readonly field = html`<input
    class="number"
    style=${{font: "inherit", padding: "2px 4px", textAlign: "right", width: "5.5em"}}
  />` as HTMLInputElement;
  readonly slider: HTMLInputElement;
  readonly note = html`<small role="alert" style=${{color: "var(--theme-red)", flexBasis: "100%"}}></small>`;
  value: number;
  private readonly read: (text: string) => number;

  constructor(
    private readonly name: string,
    label: string,
    private readonly options: NumberInputOptions
  ) {
    const {min, max, step, value, read = within(min, max)} = options;
    this.read = read;
    this.value = accepted(address().get(name), read) ?? value;
    this.slider = html`<input
      type="range"
      min=${min}
      max=${max}
      step=${step}
      aria-label=${`${label}, slider`}
      style=${{flex: "1 1 6rem", minWidth: "5rem"}}
    />` as HTMLInputElement;
    this.slider.addEventListener("input", () => this.take(this.slider.valueAsNumber));
    // Half a number is none yet: what is typed counts once the field is left, or Enter is pressed.
    this.field.addEventListener("input", (event) => event.stopPropagation());
    this.field.addEventListener("change", () => this.typed());
    this.show();
  }

  private typed(): void {
    try {
      this.take(this.read(this.field.value));
      this.note.dispatchEvent(new Event("input", {bubbles: true}));
    } catch (error) {
      this.field.setAttribute("aria-invalid", "true");
      this.note.textContent = error instanceof Error ? error.message : String(error);
    }
  }

  private take(value: number): void {
    this.value = value;
    remember(this.name, String(value));
    this.show();
  }

  private show(): void {
    const text = this.options.format(this.value);
    this.field.value = text;
    this.slider.value = String(this.value);
    this.slider.setAttribute("aria-valuetext", text);
    this.field.removeAttribute("aria-invalid");
    this.note.textContent = "";
  }
}

/** What the address asks for, unless it is refused. */
function accepted(text: string | null, read: (text: string) => number): number | undefined {
  try {
    return text === null ? undefined : read(text);
  } catch {
    return undefined;
  }
}

function within(min: number, max: number): (text: string) => number {
  return (text) => {
    const typed = typedNumber(entryText(text, ""));
    if ("value" in typed && typed.value >= min && typed.value <= max) return typed.value;
    throw new Error(`Write a number from ${min} to ${max}.`);
  };
}
