import {ranges, type CellRange} from "../../lib/uncertainty/range.js";
import {published} from "../live/published.js";
import {drawing} from "../live/draws.js";
import {studyOf} from "../live/study.js";
import {afterPaint} from "./paint.js";
import type {Store} from "./store.js";

/** Draws behind a range while a reader edits; a page that is left alone could wait for more. */
const DRAWS = 512;
/** ms without an edit, from when the last one is painted, before draws begin: they take the cores that edits need. */
const QUIET = 300;

/** Has the ranges of the headline figures drawn after an edit, in workers, unless another edit comes first. */
export function rangesWhenQuiet(store: Store, give: (found: CellRange[]) => void): () => void {
  let work = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    work.abort();
    clearTimeout(timer);
    work = new AbortController();
    const {signal} = work;
    afterPaint(() => {
      if (!signal.aborted) timer = setTimeout(() => void start(signal), QUIET);
    });
  };

  async function start(signal: AbortSignal): Promise<void> {
    const {scenario} = store.current;
    const {session} = store;
    const {correlations} = await published();
    const study = studyOf(session.inputsOf(scenario), scenario, {draws: DRAWS, seed: 1}, correlations);
    for await (const draws of drawing(study, DRAWS, {signal, spare: 1}))
      if (!signal.aborted) give(ranges(study, draws));
  }
}
