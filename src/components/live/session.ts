import {chain} from "../../lib/model/chain.js";
import {complete, incomplete} from "../../lib/model/given.js";
import {override, type Override, type Scenario} from "../../lib/model/scenario.js";
import {InputError} from "../../lib/sheet/error.js";
import {evaluate} from "../../lib/sheet/evaluate.js";
import type {Inputs} from "../../lib/sheet/inputs.js";
import type {Run} from "../../lib/sheet/run.js";
import {BASELINE} from "../baseline.js";
import {bundle} from "./bundle.js";
import {OWN, type Own} from "./own.js";

/** The model in this browser: it runs scenarios, and what an edit leaves alone is taken from the run before. */
export interface Session {
  scenarios: readonly Scenario[];
  /** The assumptions, before any scenario. */
  inputs: Inputs;
  /** A scenario's inputs, the same object each time. Throws an `InputError` for a cell or value that does not fit. */
  inputsOf: (scenario: Scenario) => Inputs;
  run: (scenario: Scenario) => Run;
  /** A reader's scenario, with what in it does not fit left out and told; one of an unknown parent is of the first. */
  adopt: (own: Own) => {scenario: Scenario; problems: string[]};
}

let started: Promise<Session> | undefined;

/** The page's session. */
export function session(): Promise<Session> {
  return (started ??= start());
}

async function start(): Promise<Session> {
  const {inputs: typed, scenarios} = await bundle();
  const inputs = complete({...typed, ...incomplete});
  let last: Run | undefined;
  const made = new Map<string, Inputs>();
  const inputsOf = ({overrides}: Scenario): Inputs => {
    const key = JSON.stringify(overrides);
    if (!made.has(key)) made.set(key, override(chain, inputs, overrides));
    return made.get(key)!;
  };
  return {
    scenarios,
    inputs,
    inputsOf,
    run: (scenario) => {
      const {months, start} = scenario;
      return (last = evaluate(chain, inputsOf(scenario), {months, start, ...(last && {from: last})}));
    },
    adopt: (own) => adopted(scenarios, own, inputs)
  };
}

/** Settings are tried one by one, so that a bad one does not take the others with it. */
function adopted(scenarios: readonly Scenario[], {parent: name, title, settings}: Own, inputs: Inputs) {
  const found = scenarios.find((one) => one.name === name);
  const parent = found ?? scenarios.find((one) => one.name === BASELINE)!;
  const problems = found ? [] : [`There is no scenario “${name}” to change: this is “${parent.name}”, changed.`];
  const fitting = settings
    .map(({cell, value}): Override => ({cell, value, place: "own scenario"}))
    .filter((one) => {
      try {
        override(chain, inputs, [one]);
        return true;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        problems.push(error.message);
        return false;
      }
    });
  const scenario: Scenario = {
    ...parent,
    name: OWN,
    title: title === "" ? "My scenario" : title,
    description: `${parent.title} with ${fitting.length} changed ${fitting.length === 1 ? "input" : "inputs"} of mine.`,
    parent: parent.name,
    overrides: [...parent.overrides, ...fitting]
  };
  return {scenario, problems};
}
