import type {PublishedRun} from "../../lib/library/run.js";
import type {PublishedModel} from "../../lib/library/published-model.js";
import {REFERENCE} from "../../lib/model/reference.js";
import type {CustomScenario} from "../live/custom-scenario.js";
import type {Computed, Store} from "../sheet/store.js";
import type {NotebookScenario} from "./observable.js";

/** What a sheet gives: a run as `rows`, `value`, `explain` and the exports take it, beside that of its base. */
export interface SheetRun extends PublishedRun {
  /** The run of the base scenario. */
  baseline: PublishedRun;
  /** Of what was typed and does not fit, why, by cell. */
  problems: ReadonlyMap<string, string>;
  /** What it was run on. */
  published: PublishedModel;
}

/** The run of a store's scenario. */
export function sheetRun({session, current}: Store, published: PublishedModel): SheetRun {
  const {scenario, run, baseline, problems} = current;
  const parent = session.scenarios.find(({name}) => name === scenario.parent)!;
  const {sources, hash} = published;
  const common = {changes: [], sources, hash};
  return {...common, scenario, run, problems, published, baseline: {...common, scenario: parent, run: baseline}};
}

/** A sheet's scenario as a notebook says it: `sheet({scenario: input.own})` shows the same. */
export function notebookScenario({parent, title, settings}: CustomScenario): Exclude<NotebookScenario, string> {
  return {parent, title, set: Object.fromEntries(settings.map(({cell, value}) => [cell, value]))};
}

/** A notebook's scenario as a sheet holds it, on top of what it holds already. */
export function ownScenario(choice: NotebookScenario, before?: Computed["state"]["own"]): CustomScenario {
  const base = before ?? {parent: REFERENCE, title: "", settings: []};
  if (typeof choice === "string") return {...base, parent: choice};
  const {parent = base.parent, title = base.title, set = {}, formulas = {}} = choice;
  const settings = new Map(base.settings.map(({cell, value}) => [cell, value]));
  for (const [cell, value] of Object.entries(set)) settings.set(cell, String(value));
  for (const [column, text] of Object.entries(formulas)) settings.set(column, `=${text}`);
  return {...base, parent, title, settings: [...settings].map(([cell, value]) => ({cell, value}))};
}
