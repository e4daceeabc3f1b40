import {html} from "htl";
import {button} from "./button.js";

/** A list that shows its first entries, and more on demand; entries are made when shown. */
export function entries<T>(items: readonly T[], render: (item: T) => HTMLElement, page = 30): HTMLElement {
  const list = html`<div role="list"></div>`;
  const more = button("Show more", () => {
    grow();
  });
  const grow = (): void => {
    const from = list.childElementCount;
    list.append(...items.slice(from, from + page).map(render));
    const left = items.length - list.childElementCount;
    more.hidden = left === 0;
    more.textContent = left === 0 ? "" : `Show ${Math.min(page, left)} more of ${items.length}`;
  };
  grow();
  return html`<div>${list}${more}</div>`;
}

/** An entry with columns side by side, which stack in a narrow window. */
export function entry(...columns: unknown[]): HTMLElement {
  return html`<div role="listitem" class="entry">
    ${columns.map(
      (column, index) =>
        html`<div class="entry-column" ${{style: {flex: `${index + 1} 1 ${14 + 2 * index}rem`}}}>${column}</div>`
    )}
  </div>`;
}
