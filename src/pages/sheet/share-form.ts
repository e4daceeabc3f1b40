import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {download} from "../../components/figure/download.js";
import type {CustomScenario} from "../../components/live/custom-scenario.js";
import {LONGEST_ADDRESS, shortLink} from "../../components/live/own-address.js";
import type {Store} from "../../components/sheet/store.js";
import {openDialog} from "./dialog.js";
import {ownAsYaml, scenarioFileName} from "./file.js";
import {withoutView} from "./view-in-address.js";

/** Opens the link to the scenario, with its length; where that is too long, the file instead. */
export function openShare(store: Store): void {
  const {own} = store.current.state;
  const field = html`<input readonly aria-label="Link" />` as HTMLInputElement;
  const said = html`<p role="status"></p>`;
  const notes = html`<input type="checkbox" checked />` as HTMLInputElement;
  const view = html`<input type="checkbox" checked />` as HTMLInputElement;
  const copy = button("Copy the link", () => void copyLink(field, said));
  copy.className = "primary";
  const file = button("Download as YAML", () =>
    download(scenarioFileName(store.current.applied), ownAsYaml(own, store.current), "application/yaml")
  );
  const show = async (): Promise<void> => {
    const href = view.checked ? location.href : withoutView(location.href);
    const link = await shortLink(href, notes.checked ? own : withoutNotes(own));
    const fits = link.length <= LONGEST_ADDRESS;
    field.value = fits ? link : "";
    copy.disabled = !fits;
    said.textContent = sizeOf(link.length, own, notes.checked);
    field.select();
  };
  const choice = html`<label>${notes} With the notes</label>`;
  choice.hidden = own.notes === undefined;
  for (const box of [notes, view]) box.addEventListener("change", () => void show());
  openDialog(
    "Share",
    html`<div class="wb-form wb-share">
      ${field}
      <label>${view} With the cell, month and figures in view</label>
      ${choice} ${said}
      <p class="tf-buttons">${file} ${copy}</p>
    </div>`
  );
  void show();
}

/** How long a link is, and what is in it; or that it is too long for one. */
export function sizeOf(length: number, {settings, notes = []}: CustomScenario, withNotes: boolean): string {
  const held = [
    count(settings.length, "change"),
    ...(withNotes && notes.length > 0 ? [count(notes.length, "note")] : [])
  ];
  const characters = `${length.toLocaleString("en")} characters`;
  if (length <= LONGEST_ADDRESS) return `The link has ${characters} and holds ${held.join(" and ")}.`;
  return (
    `The link would have ${characters}: many programs cut off what is longer than ` +
    `${LONGEST_ADDRESS.toLocaleString("en")}. Share the file instead.`
  );
}

function count(number: number, noun: string): string {
  return `${number === 0 ? "no" : number} ${noun}${number === 1 ? "" : "s"}`;
}

function withoutNotes({parent, title, settings}: CustomScenario): CustomScenario {
  return {parent, title, settings};
}

async function copyLink(field: HTMLInputElement, said: HTMLElement): Promise<void> {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = "The link is copied.";
  } catch {
    said.textContent = "The browser does not let the page copy: press Ctrl+C.";
  }
}
