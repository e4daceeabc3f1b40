import {html} from "htl";
import {button} from "./button.js";

/** A list of which the first entries are shown, and more on demand; each entry is made when it is shown. */
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
    more.textContent = `Show ${Math.min(page, left)} more of ${items.length}`;
  };
  grow();
  return html`<div>${list}${more}</div>`;
}

/** An entry of columns side by side, which stand below each other where there is no room. */
export function entry(...columns: unknown[]): HTMLElement {
  const style = {borderTop: "1px solid var(--theme-foreground-faintest)", display: "flex", flexWrap: "wrap"};
  return html`<div
    role="listitem"
    style=${{...style, font: "14px/1.4 var(--sans-serif)", gap: "0.25rem 1.5rem", padding: "0.5rem 0"}}
  >
    ${columns.map(
      (column, index) =>
        html`<div style=${{flex: `${index + 1} 1 ${14 + 2 * index}rem`, minWidth: "0", overflowWrap: "anywhere"}}>
          ${column}
        </div>`
    )}
  </div>`;
}
