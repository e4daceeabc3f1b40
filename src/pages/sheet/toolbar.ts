import {html} from "htl";
import {button} from "../../components/figure/button.js";
import {choice, controls} from "../../components/form/controls.js";
import {redo, replace, reset, undo} from "./state.js";
import type {Store} from "./store.js";

/** Undo, redo, ways back, and the published scenario that is changed. */
export function toolbar(store: Store, table: () => string): HTMLElement {
  const back = button("Undo", () => store.change(undo));
  const forth = button("Redo", () => store.change(redo));
  const clear = button("Reset this table", () => store.change((state) => reset(state, table())));
  const all = button("Reset everything", () => store.change((state) => reset(state)));
  const options = store.session.scenarios.map(({name, title}) => ({value: name, title}));
  const parent = choice("parent", "Changes are on", options, store.current.state.own.parent);
  parent.addEventListener("input", () => store.change((state) => replace(state, {...state.own, parent: parent.value})));
  store.listen(({state, scenario}) => {
    back.disabled = state.past.length === 0;
    forth.disabled = state.future.length === 0;
    clear.disabled = state.own.settings.length === 0;
    all.disabled = clear.disabled && state.own.title === "";
    const list = parent.querySelector("select");
    if (list) list.value = scenario.parent ?? "";
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
    const way =
      event.key === "y" || (event.key === "Z" && event.shiftKey) ? redo : event.key === "z" ? undo : undefined;
    if (!way) return;
    store.change(way);
    event.preventDefault();
  });
  return controls(
    parent,
    html`<div class="sheet-tools" role="toolbar" aria-label="Changes">${back}${forth}${clear}${all}</div>`
  );
}
