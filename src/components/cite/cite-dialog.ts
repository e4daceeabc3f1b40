import {html} from "htl";
import {button} from "../figure/button.js";
import {download} from "../figure/download.js";
import {citationFormats, type Cited} from "./citation.js";
import {editionHere} from "./edition.js";

/** Opens a dialog with citations of this page in its present state, in four formats. Esc closes it. */
export function openCite(): void {
  const cited = citedHere();
  const dialog = html`<dialog class="cite-dialog" aria-label="Cite this page">
    <h2>Cite this page</h2>
    <p>The address stores your choices on this page; the model's hash identifies the numbers shown.</p>
    ${choice(cited)}
  </dialog>` as HTMLDialogElement;
  dialog.append(button("Close", () => dialog.close()));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function choice(cited: Cited): Node {
  const formats = Object.values(citationFormats);
  const select = html`<select aria-label="Format">
    ${formats.map(({label}, i) => html`<option value=${i}>${label}</option>`)}
  </select>` as HTMLSelectElement;
  const shown = html`<textarea readonly rows="9" aria-label="Citation"></textarea>` as HTMLTextAreaElement;
  const format = () => formats[Number(select.value)]!;
  const show = () => (shown.value = format().write(cited));
  const copy = button("Copy", () => void navigator.clipboard.writeText(shown.value));
  const save = button("Download", () => download(`citation.${format().extension}`, shown.value, "text/plain"));
  select.addEventListener("input", show);
  show();
  return html.fragment`<p>${select}</p>${shown}<p class="tf-buttons">${copy} ${save}</p>`;
}

function citedHere(): Cited {
  const [page = "", site = page] = document.title.split(" | ");
  return {page, site, url: location.href, ...editionHere(), accessed: new Date().toISOString().slice(0, 10)};
}
