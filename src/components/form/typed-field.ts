import {html} from "htl";

/** A field whose text is read when the reader leaves it or presses Enter, with a note below for errors. */
export interface TypedField {
  field: HTMLInputElement;
  note: HTMLElement;
}

/**
 * A text field that passes its text to `take`. If `take` throws, the text stays, with the reason below; if not, the
 * form fires an input event. Unfinished text fires none.
 */
export function typedField(take: (text: string) => void, {placeholder = ""} = {}): TypedField {
  const field = html`<input class="field typed-field" placeholder=${placeholder} />` as HTMLInputElement;
  const note = html`<small role="alert" class="field-problem"></small>`;
  field.addEventListener("input", (event) => event.stopPropagation());
  field.addEventListener("change", () => {
    const problem = problemOf(take, field.value);
    note.textContent = problem;
    field.setAttribute("aria-invalid", String(problem !== ""));
    if (problem === "") note.dispatchEvent(new Event("input", {bubbles: true}));
  });
  return {field, note};
}

/** Why a text is invalid; empty if it is valid. */
export function problemOf(take: (text: string) => void, text: string): string {
  try {
    take(text);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
