import {ranges, type CellRange} from "../../lib/uncertainty/range.js";
import {published} from "../../components/live/published-model.js";
import {drawing} from "../../components/live/draws.js";
import {studyOf} from "../../components/live/study.js";
import {afterRender} from "../../components/sheet/after-render.js";
import type {Store} from "../../components/sheet/store.js";

/** Draws behind a range while a reader edits; a page that is left alone could wait for more. */
const DRAWS = 512;
/** One core is left to the reader. */
const SPARE = 1;
/** ms without an edit, from when the last one is painted, before draws begin: they take the cores that edits need. */
const QUIET = 120;

/**
 * Has the ranges of the headline figures drawn, in workers: when the page is painted, then when an edit is painted and
 * no other one follows. With them comes how many draws they stand on.
 */
export function rangesWhenQuiet(store: Store, give: (ranges: CellRange[], draws: number) => void): () => void {
  let work: AbortController | undefined;
  return () => {
    const first = work === undefined;
    work?.abort();
    work = new AbortController();
    const {signal} = work;
    afterRender(() => setTimeout(() => !signal.aborted && void start(signal), first ? 0 : QUIET));
  };

  async function start(signal: AbortSignal): Promise<void> {
    const {scenario} = store.current;
    const {session} = store;
    const {correlations} = await published();
    const study = studyOf(session.inputsOf(scenario), scenario, {draws: DRAWS, seed: 1}, correlations);
    for await (const draws of drawing(study, DRAWS, {signal, spare: SPARE}))
      if (!signal.aborted) give(ranges(study, draws), draws.to - draws.from);
  }
}
