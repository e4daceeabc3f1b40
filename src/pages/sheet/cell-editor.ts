import {html} from "htl";
import type {Place} from "./selection.js";

export interface EditorOptions {
  /** The cell's name, for those who hear it. */
  label: string;
  text: string;
  /** What is wrong with it, where something is. */
  problem?: string | undefined;
  /** Takes what was typed, and the step to the cell that is next; none where the reader has gone elsewhere. */
  commit: (value: string, step?: Place) => void;
  /** Told when the editor is gone. */
  close: () => void;
}

/** Puts a field into a cell. Enter takes the value and goes down, Tab goes on, Esc leaves all as it was. */
export function cellEditor(cell: HTMLElement, {label, text, problem, commit, close}: EditorOptions): () => void {
  const field = html`<input
    class="sheet-field"
    size="4"
    aria-label=${label}
    aria-invalid=${problem === undefined ? null : "true"}
    title=${problem ?? null}
    spellcheck="false"
    value=${text}
  />` as HTMLInputElement;
  let open = true;
  const end = (): void => {
    open = false;
    field.remove();
    delete cell.dataset.key;
    close();
  };
  const take = (step?: Place): void => {
    if (!open) return;
    const {value} = field;
    end();
    commit(value, step);
  };
  field.addEventListener("keydown", (event) => {
    const step = stepOf(event);
    if (step) take(step);
    else if (event.key === "Escape") {
      end();
      cell.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  field.addEventListener("blur", () => afterPress(() => take()));
  cell.replaceChildren(field);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  field.scrollIntoView({block: "nearest", inline: "nearest"});
  return end;
}

let pressed = false;
document.addEventListener("pointerdown", () => (pressed = true), {capture: true});
for (const end of ["pointerup", "pointercancel"])
  document.addEventListener(end, () => (pressed = false), {capture: true});

/** Waits until a button is let go: an edit moves the page, and the click would not reach what was pressed. */
function afterPress(work: () => void): void {
  if (pressed) document.addEventListener("pointerup", () => setTimeout(work), {capture: true, once: true});
  else work();
}

function stepOf({key, shiftKey}: KeyboardEvent): Place | undefined {
  const by = shiftKey ? -1 : 1;
  if (key === "Enter") return {row: by, column: 0};
  return key === "Tab" ? {row: 0, column: by} : undefined;
}
