import {value} from "../../lib/library/package/index.js";
import {sheet} from "./package.js";
import type {SheetElement} from "./sheet-element.js";
import type {NotebookScenario, SheetOptions} from "./observable.js";

/** anywidget's model: the state shared by a kernel and its notebook. */
interface WidgetModel {
  get(name: "options"): SheetOptions;
  get(name: "scenario"): NotebookScenario;
  get(name: "cells"): readonly string[];
  set: (name: "changes" | "values", value: object) => void;
  save_changes: () => void;
  on: (event: string, listener: () => void) => void;
  off: (event: string, listener: () => void) => void;
}

/**
 * The sheet as a widget of Jupyter and marimo. It reads `options`, `scenario` and the requested `cells` from the state;
 * after each edit it writes `values` by cell, and `changes`, the inputs set by cell.
 */
export default {
  render({model, el}: {model: WidgetModel; el: HTMLElement}): () => void {
    const element = sheet({...model.get("options"), scenario: model.get("scenario")});
    const tell = (): void => write(model, element);
    const take = (): void => {
      if (JSON.stringify(model.get("scenario")) !== JSON.stringify(lastScenario))
        element.edit((lastScenario = model.get("scenario")));
    };
    let lastScenario = model.get("scenario");
    element.addEventListener("input", tell);
    model.on("change:scenario", take);
    model.on("change:cells", tell);
    el.append(element);
    tell();
    return () => {
      model.off("change:scenario", take);
      model.off("change:cells", tell);
      element.remove();
    };
  }
};

function write(model: WidgetModel, {value: run}: SheetElement): void {
  const {scenario, baseline} = run;
  const own = scenario.overrides.slice(baseline.scenario.overrides.length);
  model.set("changes", Object.fromEntries(own.map((one) => [one.cell, one.value])));
  model.set("values", Object.fromEntries(model.get("cells").map((cell) => [cell, value(run, cell)])));
  model.save_changes();
}
