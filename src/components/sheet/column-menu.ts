import {html} from "htl";
import {button} from "../figure/button.js";
import {openPopover} from "./menu.js";

/** Actions on a column. */
export interface ColumnActions {
  sort: (down: boolean | undefined) => void;
  filter: (text: string) => void;
  hide: () => void;
  months: () => void;
  /** Edits its formula; undefined for a column of inputs. */
  formula?: (() => void) | undefined;
}

/** Opens the menu of a column: sorting, filter and visibility. */
export function openColumnMenu(anchor: HTMLElement, title: string, filter: string, actions: ColumnActions): void {
  const field = html`<input type="search" placeholder="> 3, or a text" value=${filter} />` as HTMLInputElement;
  const act = (label: string, work: () => void): HTMLElement =>
    button(label, () => {
      close();
      work();
    });
  const content = html`<div class="tf-column-menu" role="dialog" aria-label=${`Column ${title}`}>
    ${act("Sort ascending", () => actions.sort(false))} ${act("Sort descending", () => actions.sort(true))}
    ${act("Model order", () => actions.sort(undefined))}
    <label>Filter ${field}</label>
    ${actions.formula ? act("Edit the column formula", actions.formula) : null}
    ${act("Show its months", actions.months)} ${act("Hide the column", actions.hide)}
  </div>`;
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    close();
    actions.filter(field.value);
  });
  const close = openPopover(anchor, content);
  content.querySelector("button")!.focus();
}
