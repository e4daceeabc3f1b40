import {buttonsFor} from "../../components/figure/export-buttons.js";
import {published} from "../../components/live/published-model.js";
import type {Store} from "../../components/sheet/store.js";
import {scenarioName} from "./file.js";

/** The reader's run as files, named for what it changes. */
export function runFiles(store: Store): HTMLElement {
  return buttonsFor(async () => {
    const {sources, hash} = await published();
    const {scenario, applied} = store.current;
    // Files take a while to make: edits meanwhile write over the run on the page.
    const run = store.session.run(scenario);
    const name = scenarioName(applied);
    return {scenario: {...scenario, name}, changes: [], run, sources, hash, created: new Date()};
  });
}
