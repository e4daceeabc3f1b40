import {html} from "htl";
import {address, control, remember, type Control} from "../../components/form/controls.js";

/**
 * A field for a line of text, remembered in the page's address. It gives its text once the reader leaves it or presses
 * Enter.
 */
export function textInput(name: string, label: string, placeholder: string): Control {
  const field = html`<input
    class="field line-field"
    type="text"
    placeholder=${placeholder}
    spellcheck="false"
  />` as HTMLInputElement;
  field.value = address().get(name) ?? "";
  let value = field.value;
  const element = control(label, field, () => value);
  field.addEventListener("input", (event) => event.stopPropagation());
  field.addEventListener("change", () => {
    value = field.value;
    remember(name, value);
    element.dispatchEvent(new Event("input", {bubbles: true}));
  });
  return element;
}
