import {REFERENCE} from "../../lib/model/reference.js";
import {offerRun} from "../../components/inspector/page-run.js";
import {OWN, type CustomScenario} from "../../components/live/custom-scenario.js";
import {carry} from "../../components/live/carry.js";
import {addressWith, scenarioInUrl, withOwn} from "../../components/live/own-address.js";
import {session} from "../../components/live/session.js";
import {afterRender} from "../../components/sheet/after-render.js";
import {createStore, type Store} from "../../components/sheet/store.js";

/** A store that is kept in the page's address. */
export interface PageStore {
  readonly store: Store;
  /** What in the page's address could not be read. */
  readonly unread: readonly string[];
  /** Puts the scenario into the address again, where that is an older one's. */
  rewrite: () => void;
}

/** A store that starts from the page's address and keeps it up to date, as far as an address may be long. */
export async function openStore(): Promise<PageStore> {
  const {own = {parent: REFERENCE, title: "", settings: []}, problems: unread} = scenarioInUrl();
  const store = createStore(await session(), own);
  let written = own;
  store.listen(({scenario, run, state}) => {
    // The address may not hold it yet, or never, if it is too long.
    offerRun(OWN, {title: scenario.title, run});
    if (state.own === written) return;
    written = state.own;
    // An address takes a browser some ms, and is not what a reader waits for.
    afterRender(() => void write(state.own, () => written === state.own));
  });
  carry();
  return {store, unread, rewrite: () => void write(written, () => true)};
}

/** Puts a scenario into the address unless there is a newer one by then; one that is too long leaves it. */
async function write(own: CustomScenario, isNewest: () => boolean): Promise<void> {
  const address = await addressWith(location.href, own);
  if (isNewest()) history.replaceState(history.state, "", address ?? withOwn(location.href, undefined));
}
