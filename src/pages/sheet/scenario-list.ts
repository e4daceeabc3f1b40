import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {changesInWords} from "../../components/live/custom-scenario.js";
import {openMenu} from "../../components/sheet/menu.js";
import type {Store} from "../../components/sheet/store.js";
import type {Saved} from "../../components/own/saved-scenarios.js";

/** What can be done with a kept scenario. */
export interface ListActions {
  isCompared: (scenario: Saved) => boolean;
  compare: (scenario: Saved, chosen: boolean) => void;
  open: (scenario: Saved) => void;
  merge: (scenario: Saved) => void;
  copy: (scenario: Saved) => void;
  rename: (scenario: Saved, name: string) => void;
  download: (scenario: Saved) => void;
  remove: (scenario: Saved) => void;
}

/** The kept scenarios, a line each: name, base, what is changed, and what can be done with it. */
export function scenarioList(store: Store, saved: readonly Saved[], actions: ListActions): HTMLElement {
  if (saved.length === 0) return html`<p>No saved scenarios in this browser.</p>`;
  return html`<table class="wb-kept">
    <thead>
      <tr>
        <th scope="col">Saved scenario</th>
        <th scope="col">Base</th>
        <th scope="col">Changes</th>
        <th scope="col">Side by side</th>
        <td></td>
      </tr>
    </thead>
    <tbody>
      ${saved.map((one) => line(store, one, actions))}
    </tbody>
  </table>`;
}

interface ListEvent {
  currentTarget: HTMLInputElement;
}

function line({session}: Store, scenario: Saved, actions: ListActions): HTMLElement {
  const {name, own} = scenario;
  const {applied} = session.apply(own);
  const compared = html`<input
    type="checkbox"
    aria-label=${`${name} side by side`}
    checked=${actions.isCompared(scenario)}
    ${{onchange: ({currentTarget}: ListEvent) => actions.compare(scenario, currentTarget.checked)}}
  />`;
  const heading = html`<th scope="row">${name}</th>`;
  const more = button("More", () =>
    openMenu(more, name, [
      {label: "Rename …", act: () => askName(heading, scenario, actions)},
      {label: "Duplicate", act: () => actions.copy(scenario)},
      {label: "Merge into the current one", act: () => actions.merge(scenario)},
      {label: "Download as YAML", act: () => actions.download(scenario)},
      {label: "Delete", act: () => actions.remove(scenario)}
    ])
  );
  more.setAttribute("aria-haspopup", "menu");
  more.setAttribute("aria-label", `More of ${name}`);
  return html`<tr>
    ${heading}
    <td>${session.scenarios.find((one) => one.name === applied.parent)?.title ?? applied.parent}</td>
    <td>${changesInWords(own, applied)}</td>
    <td>${compared}</td>
    <td>${button("Open", () => actions.open(scenario))} ${more}</td>
  </tr>`;
}

/** The name becomes a field: Enter takes it, Esc leaves it. */
function askName(heading: HTMLElement, scenario: Saved, {rename}: ListActions): void {
  const field = html`<input value=${scenario.name} maxlength="60" aria-label="New name" />` as HTMLInputElement;
  heading.replaceChildren(field);
  field.focus();
  field.select();
  const leave = (): void => heading.replaceChildren(scenario.name);
  field.addEventListener("blur", leave);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    const name = field.value.trim();
    leave();
    if (event.key === "Enter" && name !== "") rename(scenario, name);
  });
}
