import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {changesInWords} from "../../components/live/custom-scenario.js";
import {isTooLong, type Computed, type Store} from "./store.js";
import {edit} from "./state.js";

/** The one list of what was changed: each with its parent's value, what is wrong with it, and a way back. */
export function changes(store: Store): HTMLElement {
  const element = html`<section class="own-banner" aria-label="What was changed"></section>`;
  const name = document.title;
  store.listen((computed) => {
    const {applied, state} = computed;
    document.title = state.own.settings.length === 0 ? name : `${name} (${changesInWords(state.own, applied)})`;
    const unread = computed.state.past.length === 0 ? store.unread : [];
    element.replaceChildren(
      ...unread.map((problem) => html`<p role="alert">${problem}</p>`),
      ...contents(computed, store)
    );
  });
  return element;
}

function contents({state, applied, problems, scenario}: Computed, store: Store): Node[] {
  const {own} = state;
  const unknown = problems.has("parent") ? [html`<p>${problems.get("parent")}</p>`] : [];
  if (own.settings.length === 0) return [html`<p>Nothing is changed: this is “${scenario.parent}”.</p>`, ...unknown];
  const items = own.settings.map(({cell, value}) => {
    const back = button("Take back", () => store.change((current) => edit(current, [{cell, value: ""}])));
    back.setAttribute("aria-label", `Take back ${cell}`);
    const problem = problems.get(cell);
    return html`<li><code>${cell}</code> ${value} ${back}${problem && html`<pre>${problem}</pre>`}</li>`;
  });
  const long = html`<p role="alert">
    These are more changes than an address can hold: save them or download them as a file.
  </p>`;
  return [
    html`<details open=${own.settings.length <= 5}>
      <summary><strong>${changesInWords(own, applied)}</strong>, on “${scenario.parent}”</summary>
      <ul>
        ${items}
      </ul>
    </details>`,
    ...unknown,
    ...(isTooLong(own) ? [long] : [])
  ];
}
