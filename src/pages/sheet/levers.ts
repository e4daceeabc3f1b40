import {html} from "htl";
import {find} from "../../lib/sheet/address.js";
import {choice} from "../../components/form/controls.js";
import {Lever} from "../../components/sheet/lever.js";
import type {Store} from "../../components/sheet/store.js";
import {audiences, curated} from "./curated.js";

/** Decisions apart from beliefs, for a kind of reader: each with its value, and a slider where it is a number. */
export function levers(store: Store, go: (cell: string) => void): HTMLElement {
  const audience = choice("reader", "For", audiences, "investor");
  const place = html`<div></div>`;
  let items: Lever[] = [];
  const draw = (): void => {
    const {levers: decided, beliefs} = curated[audience.value];
    const made = (cells: readonly string[]): Lever[] =>
      cells.filter((cell) => find(store.current.run, cell)).map((cell) => new Lever(cell, store, go));
    const [first, second] = [made(decided), made(beliefs)];
    items = [...first, ...second];
    place.replaceChildren(
      html`<section aria-label="Decisions">
        <h3>Decisions</h3>
        ${first.map(({element}) => element)}
      </section>`,
      html`<section aria-label="Assumptions">
        <h3>Assumptions</h3>
        ${second.map(({element}) => element)}
      </section>`
    );
    for (const item of items) item.show(store.current);
  };
  audience.addEventListener("input", draw);
  draw();
  store.listen((computed) => {
    for (const item of items) item.show(computed);
  });
  return html`<div class="wb-levers">${audience}${place}</div>`;
}
