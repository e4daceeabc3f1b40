import {goalSeek, type Sought} from "../../lib/advice/goal-seek.js";
import {chain} from "../../lib/model/chain.js";
import type {Override} from "../../lib/model/override.js";
import {whatIf, type Question} from "../../lib/model/what-if.js";
import type {Inputs} from "../../lib/sheet/inputs.js";

/** A question with the inputs of all scenarios: a goal, or values of inputs, set after set. */
export type WhatIfOrder = {inputs: Inputs; question: Question} & (Goal | {sets: readonly (readonly Override[])[]});

/** What a figure is to be, by changing a cell between two values. */
export interface Goal {
  cell: string;
  goal: number;
  low: number;
  high: number;
}

/** What was sought, or a value, in the order of the sets. */
export type WhatIfAnswer = {sought: Sought} | {value: number};

self.onmessage = ({data}: MessageEvent<WhatIfOrder>): void => {
  const valueOf = whatIf({model: chain, inputs: data.inputs}, data.question);
  const answer = (given: WhatIfAnswer): void => self.postMessage(given);
  if ("sets" in data) for (const set of data.sets) answer({value: valueOf(set)});
  else {
    const {cell, goal, low, high} = data;
    const figure = (input: number): number => valueOf([{cell, value: String(input), place: "goal seek"}]);
    answer({sought: goalSeek(figure, goal, low, high)});
  }
};
