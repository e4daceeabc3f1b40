import {html} from "htl";

/** What a place for a file says, and which files the chooser offers. */
export interface DropZoneWords {
  label: string;
  note: string;
  accept: string;
}

/** A place to drop a file on, or to choose one; `take` gets it. */
export function dropZone({label, note, accept}: DropZoneWords, take: (file: File) => void): HTMLElement {
  const chooser = html`<input type="file" accept=${accept} />` as HTMLInputElement;
  const zone = html`<label class="drop-zone">${label} ${chooser}<small>${note}</small></label>`;
  const read = (file: File | undefined): void => {
    if (file) take(file);
  };
  chooser.addEventListener("input", (event) => {
    event.stopPropagation();
    const [file] = chooser.files ?? [];
    // The same file chosen again, after it was mended, is read again.
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
