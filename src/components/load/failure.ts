import {html} from "htl";
import {button} from "../figure/button.js";
import {LoadError} from "./load-error.js";

/** A notice of what could not be loaded, with a button to try again; a failed module requires reloading the page. */
export function failure(message: string, again: () => void): HTMLElement {
  return html`<div class="load-failure" role="alert">
    <p>${message}</p>
    ${button("Try again", again)}
  </div>`;
}

/** How to retry after an error; undefined if it is not about loading. */
export function retryOf(error: unknown, again: () => void): (() => void) | undefined {
  if (!(error instanceof LoadError)) return undefined;
  return error.needsReload ? () => location.reload() : again;
}

/** An error in place of missing content, with a button if trying again may help. */
export function problem(error: unknown, again: () => void): Node {
  const message = error instanceof Error ? error.message : String(error);
  const retry = retryOf(error, again);
  return retry ? failure(message, retry) : document.createTextNode(message);
}
