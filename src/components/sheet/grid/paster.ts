import type {Selection} from "../selection.js";
import type {GridModel} from "../view.js";
import {pasteCells, type Pasting} from "./clipboard.js";
import type {GridHandlers} from "./handlers.js";
import {pasteByNames, type NamedPasting} from "./named-paste.js";

/** Applies pasted or filled values to cells, and reports where they went. */
export class Paster {
  /** Whether the next paste is by name. */
  byNames = false;

  constructor(readonly handlers: Pick<GridHandlers, "change" | "tell" | "whole">) {}

  paste(text: string, shown: GridModel, selection: Selection): void {
    const byNames = this.byNames;
    this.byNames = false;
    const named = pasteByNames(text, {whole: this.handlers.whole(), shown, selection}, byNames);
    if (named) this.putByNames(named);
    else if (byNames) this.handlers.tell("Nothing was pasted: neither the first row nor the first column holds names.");
    else this.put(pasteCells(text, shown, selection));
  }

  put({changes, lost}: Pasting): void {
    if (changes.length > 0) this.handlers.change(changes);
    if (lost > 0) this.handlers.tell(`${lost} of the values had no matching input and were left out.`);
  }

  private putByNames({changes, lost, unknown}: NamedPasting): void {
    if (changes.length > 0) this.handlers.change(changes);
    const left = lost > 0 ? `; ${lost} had no matching input` : "";
    const names = unknown.length > 0 ? `; not found: ${unknown.slice(0, 5).join(", ")}` : "";
    this.handlers.tell(`Pasted by the names in the text; values changed: ${changes.length}${left}${names}.`);
  }
}
