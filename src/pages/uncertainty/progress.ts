import {html} from "htl";
import {button} from "../../components/figure/button.js";
import type {DrawOptions} from "../../components/live/draws.js";

/** A bar that shows how far draws are, and a button that ends them. Hidden while nothing is drawn. */
export interface DrawProgress extends HTMLElement {
  /** Begins anew; what was under way ends. */
  begin: () => DrawOptions & {signal: AbortSignal};
  /** Says that it is done, or why it is not; without words, it goes. */
  end: (words: string) => void;
}

/** A bar for `drawing`. */
export function drawProgress(): DrawProgress {
  let work = new AbortController();
  const bar = html`<progress></progress>` as HTMLProgressElement;
  const words = html`<span class="number"></span>`;
  const stop = button("Stop", () => work.abort());
  const element = html`<div class="draw-progress" role="status" hidden>${bar}${words}${stop}</div>`;
  const show = (done: number, all: number): void => {
    [bar.value, bar.max] = [done, all];
    bar.setAttribute("aria-label", "Draws");
    words.textContent = `${done.toLocaleString("en")} of ${all.toLocaleString("en")} draws`;
  };
  return Object.assign(element, {
    begin: () => {
      work.abort();
      work = new AbortController();
      element.hidden = bar.hidden = stop.hidden = false;
      bar.removeAttribute("value");
      words.textContent = "Loading the model";
      return {signal: work.signal, progress: show};
    },
    end: (last: string) => {
      bar.hidden = stop.hidden = true;
      words.textContent = last;
      element.hidden = last === "";
    }
  });
}
