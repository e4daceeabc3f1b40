import {html} from "htl";
import {iconButton} from "./icon.js";

/** Opens a dialog over the page; Esc closes it, and the focus goes back to where it was. */
export function openDialog(title: string, content: Node): HTMLDialogElement {
  const close = (): void => dialog.close();
  const dialog = html`<dialog class="wb-dialog" aria-label=${title}>
    <header>
      <h2>${title}</h2>
      ${iconButton("close", "Close", close)}
    </header>
    ${content}
  </dialog>` as HTMLDialogElement;
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({target}) => target === dialog && close());
  document.querySelector(".wb")!.append(dialog);
  dialog.showModal();
  return dialog;
}
