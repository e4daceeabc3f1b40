import {cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import fc from "fast-check";
import {subfolder} from "../../data-loaders/run/files.js";
import {loadProject, type Project} from "../../data-loaders/run/project.js";
import {readFigures, yardsticks} from "../../lib/market/index.js";
import {childScenario, evaluateScenario, readScenario, type Override} from "../../lib/model/index.js";
import type {Base} from "../../lib/model/run-scenario.js";
import {overrideFormulas, resolve, type Run} from "../../lib/sheet/index.js";
import {predict, readCases} from "../../lib/validation/index.js";
import {textIn} from "../../src/components/database/link-state.js";
import {scenarioFromText} from "../../src/components/live/custom-scenario.js";
import type {Attempt} from "./attempt.js";
import {hostileText, mutated} from "./hostile.js";

/** Files of assumptions with a few pieces changed, from which the chain's first month is computed. */
export function damagedAssumptions({folder}: Project): fc.Arbitrary<Attempt> {
  const copy = mkdtempSync(`${tmpdir()}/token-factory-assumptions-`);
  cpSync(folder.path, copy, {recursive: true});
  const files = readdirSync(copy, {recursive: true, encoding: "utf8"}).filter((name) => /\.(csv|yaml)$/.test(name));
  return fc.constantFrom(...files).chain((name) => {
    const sound = readFileSync(`${copy}/${name}`, "utf8");
    return mutated(sound).map((text) => ({
      input: changed(name, sound, text),
      run: () => readDamaged(copy, name, text, sound)
    }));
  });
}

function readDamaged(copy: string, name: string, text: string, sound: string): string {
  try {
    writeFileSync(`${copy}/${name}`, text);
    const project = loadProject({...subfolder({path: copy, name: copy}, ""), path: copy});
    const reference = project.scenarios.get("reference");
    return reference ? headline(evaluateScenario(project.models.get("chain")!, reference, {months: 1}).run) : "";
  } finally {
    writeFileSync(`${copy}/${name}`, sound);
  }
}

/** Files of scenarios with a few pieces changed, run for a month. */
export function damagedScenarios({folder, models, scenarios}: Project): fc.Arbitrary<Attempt> {
  const path = subfolder(folder, "scenarios").path;
  const files = readdirSync(path).filter((name) => name !== "readme-baseline.yaml");
  return fc.constantFrom(...files).chain((name) => {
    const sound = readFileSync(`${path}/${name}`, "utf8");
    return mutated(sound).map((text) => ({
      input: changed(name, sound, text),
      run: () => {
        const scenario = childScenario(readScenario("mine", text, "mine.yaml"), scenarios, "mine.yaml");
        return headline(
          evaluateScenario(models.get(scenario.model) ?? models.get("chain")!, scenario, {months: 1}).run
        );
      }
    }));
  });
}

/** Entries in cells, and formulas of columns. */
export function typedCells(base: Base): fc.Arbitrary<Attempt> {
  const cells = [
    "parameter.realised_share",
    "accelerator[h100].unit_price",
    "cluster[atlas-b200].facility",
    "region.name"
  ];
  return fc.tuple(fc.oneof(fc.constantFrom(...cells), mutated(cells[1]!)), hostileText).map(([cell, value]) => ({
    input: `${cell} = ${value}`.slice(0, 400),
    run: () => {
      const overrides: Override[] = [{cell, value, place: "typed"}];
      return headline(evaluateScenario(base, reference(overrides), {months: 1}).run);
    }
  }));
}

/** Formulas with a few pieces changed, linked into the model. */
export function typedFormulas(base: Base): fc.Arbitrary<Attempt> {
  const formula = "[USD/month] max(c.output_value * (1 - p.realised_share), sqrt(c.power ** 2), c.cost > 0 ? 1 : -2)";
  return fc
    .oneof(
      mutated(formula),
      hostileText.map((text) => `[1] ${text}`)
    )
    .map((text) => ({
      input: text.slice(0, 400),
      run: () => {
        overrideFormulas(base.model, [{column: "economy.mine", text}]);
        return "linked";
      }
    }));
}

/** Addresses of cells, custom scenarios and queries in links. */
export function addresses(base: Base): fc.Arbitrary<Attempt> {
  const own = "v1;parent=power-crunch;title=A%3B b;parameter.cost_of_capital=0.12 (0.1..0.15);economy.mine==[1] 2 * 3";
  const kinds: [string, (text: string) => unknown][] = [
    ["cluster[atlas-b200].gpus@3", (text) => resolve(base, text)],
    [own, (text) => scenarioFromText(text)],
    ["#v1,y0jNyclXKM8vyklRyEksSwUA", (text) => textIn(text)]
  ];
  return fc.constantFrom(...kinds).chain(([sound, read]) =>
    fc.oneof(mutated(sound), hostileText).map((text) => ({
      input: text.slice(0, 400),
      run: () => {
        read(text);
        return "read";
      }
    }))
  );
}

/** A company's own figures, and cases to predict, as dropped files. */
export function droppedFiles({models}: Project): fc.Arbitrary<Attempt> {
  const figures = readFileSync("test/fuzz/figures.csv", "utf8");
  const cases = readFileSync("test/fuzz/cases.json", "utf8");
  const {inputs} = models.get("chain")!;
  return fc.oneof(
    mutated(figures).map((text) => ({
      input: changed("figures.csv", figures, text),
      run: () => JSON.stringify([...Object.values(readFigures(text, yardsticks.neocloud).figures)])
    })),
    mutated(cases).map((text) => ({
      input: changed("cases.json", cases, text),
      run: () => JSON.stringify(predict(readCases(text).cases, inputs))
    }))
  );
}

function reference(overrides: Override[]) {
  return {
    name: "typed",
    title: "",
    description: "",
    model: "chain",
    months: 1,
    start: "2026-12",
    overrides,
    formulas: [],
    notes: []
  };
}

/** The figures of a run's first month as text; a missing one is a dash. */
function headline({cells}: Pick<Run, "cells">): string {
  const held = [...cells].filter(([id]) => id.startsWith("economy."));
  return held.map(([id, {cells}]) => `${id} ${Number.isNaN(cells[0]) ? "-" : String(cells[0])}`).join("\n");
}

/** Where a changed text first differs from the original. */
function changed(name: string, sound: string, text: string): string {
  const at = Array.from(sound).findIndex((character, i) => text[i] !== character);
  return `${name} at ${at}: ${JSON.stringify(text.slice(Math.max(0, at - 20), at + 200))}`;
}
