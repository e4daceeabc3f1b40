import type {PublishedRun} from "../../lib/library/run.js";
import type {PublishedModel} from "../../lib/library/published-model.js";
import {REFERENCE} from "../../lib/model/reference.js";
import type {CustomScenario} from "../live/custom-scenario.js";
import type {Computed, Store} from "../sheet/store.js";
import type {NotebookScenario} from "./observable.js";

/**
 * The value of a sheet: a run, in the form that `rows`, `value`, `explain` and the exports take, beside its base
 * scenario's.
 */
export interface SheetRun extends PublishedRun {
  /** The run of the base scenario. */
  baseline: PublishedRun;
  /** Why parts of the scenario do not fit, by cell. */
  problems: ReadonlyMap<string, string>;
  /** The model behind the run. */
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

/** A sheet's scenario in the notebook's notation: `sheet({scenario: input.own})` shows the same. */
export function notebookScenario({parent, title, settings}: CustomScenario): Exclude<NotebookScenario, string> {
  return {parent, title, set: Object.fromEntries(settings.map(({cell, value}) => [cell, value]))};
}

/** A notebook's scenario in the sheet's notation, on top of its present one. */
export function ownScenario(choice: NotebookScenario, before?: Computed["state"]["own"]): CustomScenario {
  const base = before ?? {parent: REFERENCE, title: "", settings: []};
  if (typeof choice === "string") return {...base, parent: choice};
  const {parent = base.parent, title = base.title, set = {}, formulas = {}} = choice;
  const settings = new Map(base.settings.map(({cell, value}) => [cell, value]));
  for (const [cell, value] of Object.entries(set)) settings.set(cell, String(value));
  for (const [column, text] of Object.entries(formulas)) settings.set(column, `=${text}`);
  return {...base, parent, title, settings: [...settings].map(([cell, value]) => ({cell, value}))};
}
