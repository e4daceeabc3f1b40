import {html} from "htl";
import {button} from "../figure/button.js";
import {LoadError} from "./load-error.js";

/** What could not be loaded, with a button that tries again; a failed module needs the page reloaded. */
export function failure(message: string, again: () => void): HTMLElement {
  return html`<div class="load-failure" role="alert">
    <p>${message}</p>
    ${button("Try again", again)}
  </div>`;
}

/** How to try again what an error is about: nothing where it is not about loading. */
export function retryOf(error: unknown, again: () => void): (() => void) | undefined {
  if (!(error instanceof LoadError)) return undefined;
  return error.needsReload ? () => location.reload() : again;
}

/** An error in place of what is not there: with a button where trying again may help. */
export function problem(error: unknown, again: () => void): Node {
  const message = error instanceof Error ? error.message : String(error);
  const retry = retryOf(error, again);
  return retry ? failure(message, retry) : document.createTextNode(message);
}
