import {html} from "htl";
import {button} from "../figure/button.js";
import type {Effect} from "./commit.js";
import {openPopover} from "./menu.js";

const MOST = 5;

/**
 * Asks before replacing the formula of a whole column, stating how many rows it applies to and which of them change.
 */
export function confirmFormula(anchor: HTMLElement, name: string, effect: Effect, replace: () => void): void {
  const {rows, changed} = effect;
  const label = `Replace in ${rows} rows`;
  const yes = button(label, () => {
    close();
    replace();
  });
  yes.className = "primary";
  const content = html`<div class="tf-confirm" role="dialog" aria-label=${`Replace the formula of ${name}?`}>
    <h3>Replace the formula of ${name}?</h3>
    <p>It applies to all ${rows} rows.</p>
    <table>
      <tr>
        <th scope="row">rows that change now</th>
        <td>${changed.length} of ${rows}</td>
        <td></td>
      </tr>
      ${changed.slice(0, MOST).map(
        ({row, value, before}) =>
          html`<tr>
            <th scope="row">${row}</th>
            <td>${value}</td>
            <td>was ${before}</td>
          </tr>`
      )}
    </table>
    <p class="tf-buttons">${button("Cancel", () => close())} ${yes}</p>
  </div>`;
  const close = openPopover(anchor, content);
  yes.focus();
}
