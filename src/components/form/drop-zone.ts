import {html} from "htl";

/** A drop zone's words, and the file types that its chooser offers. */
export interface DropZoneWords {
  label: string;
  note: string;
  accept: string;
}

/** A zone for dropping or choosing a file, which is passed to `take`. */
export function dropZone({label, note, accept}: DropZoneWords, take: (file: File) => void): HTMLElement {
  const chooser = html`<input type="file" accept=${accept} />` as HTMLInputElement;
  const zone = html`<label class="drop-zone">${label} ${chooser}<small>${note}</small></label>`;
  const read = (file: File | undefined): void => {
    if (file) take(file);
  };
  chooser.addEventListener("input", (event) => {
    event.stopPropagation();
    const [file] = chooser.files ?? [];
    // Lets the reader choose the same file again after correcting it.
    chooser.value = "";
    read(file);
  });
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    read(event.dataTransfer?.files[0]);
  });
  return zone;
}
