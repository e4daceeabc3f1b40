import {html} from "htl";

/** A field whose text is read once it is left or Enter is pressed, and a note below that says why one is refused. */
export interface TypedField {
  field: HTMLInputElement;
  note: HTMLElement;
}

/**
 * A field for a text that `take` reads; it throws for one that it refuses, which stays with the reason below. A text
 * that is taken is an input event of the form; half a text is none.
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

/** Why a text is refused; empty where it is taken. */
export function problemOf(take: (text: string) => void, text: string): string {
  try {
    take(text);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
