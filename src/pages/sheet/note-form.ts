import {html} from "htl";
import {limits} from "../../lib/sheet/limits.js";
import {button} from "../../components/figure/button.js";
import {note} from "../../components/sheet/state.js";
import type {Store} from "../../components/sheet/store.js";
import {openDialog} from "./dialog.js";

/** Opens what is said of a cell, to be written or taken away. */
export function openNote(store: Store, cell: string): void {
  const before = store.current.state.own.notes?.find((one) => one.cell === cell)?.text ?? "";
  const field = html`<textarea aria-label="Note" rows="5" maxlength=${limits.noteLength}>${before}</textarea>`;
  const keep = (text: string): void => {
    dialog.close();
    store.change((state) => note(state, cell, text));
  };
  const save = button("Keep the note", () => keep((field as HTMLTextAreaElement).value));
  save.className = "primary";
  const remove = button("Delete the note", () => keep(""));
  remove.disabled = before === "";
  const content = html`<div class="wb-form">
    <p><code>${cell}</code></p>
    ${field}
    <p>It stays with the scenario: in this page's address, in its file and in exports.</p>
    <p class="tf-buttons">${remove} ${save}</p>
  </div>`;
  const dialog = openDialog("Note", content);
  field.focus();
}
