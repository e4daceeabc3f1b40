import {goalLine, type GoalLine, type Interval} from "../../lib/advice/goal-line.js";
import {goalSeek, type Sought} from "../../lib/advice/goal-seek.js";
import {mustHold, type Required} from "../../lib/advice/must-hold.js";
import {chain} from "../../lib/model/chain.js";
import type {Override} from "../../lib/model/override.js";
import {whatIf, type Question} from "../../lib/model/what-if.js";
import type {Inputs} from "../../lib/sheet/inputs.js";

/** A question with the inputs of all scenarios, and what is to be found out. */
export type WhatIfOrder = {inputs: Inputs; question: Question} & Task;

/** Values of inputs, set after set; a figure that is to be reached by one input, by two, or by any of many. */
export type Task =
  | {task: "sets"; sets: readonly (readonly Override[])[]}
  | {task: "goal"; goal: number; input: SoughtInput}
  | {task: "line"; goal: number; across: SoughtInput; up: SoughtInput}
  | {task: "must"; goal: number};

/** An input that is changed, and the values between which it is. */
export interface SoughtInput extends Interval {
  cell: string;
}

/** What was found out, in its order; `runs` counts the model's, and `done` is the last word. */
export type WhatIfAnswer =
  {value: number} | {sought: Sought} | {line: GoalLine} | {required: Required} | {runs: number} | {done: true};

self.onmessage = ({data}: MessageEvent<WhatIfOrder>): void => {
  for (const answer of answersTo(data)) tell(answer);
  tell({done: true});
};

function tell(answer: WhatIfAnswer): void {
  self.postMessage(answer);
}

function* answersTo(order: WhatIfOrder): Generator<WhatIfAnswer> {
  const {question} = order;
  const base = {model: chain, inputs: order.inputs};
  if (order.task === "must") {
    for (const required of mustHold(base, question, order.goal)) yield {required};
    return;
  }
  const valueOf = whatIf(base, question);
  if (order.task === "sets") for (const set of order.sets) yield {value: valueOf(set)};
  else if (order.task === "goal") yield {sought: soughtBy(valueOf, order)};
  else yield {line: lineOf(valueOf, order)};
}

type ValueOf = (cells: readonly Override[]) => number;

function soughtBy(valueOf: ValueOf, {goal, input}: Extract<Task, {task: "goal"}>): Sought {
  return goalSeek((value) => valueOf([set(input, value)]), goal, input.low, input.high);
}

function lineOf(valueOf: ValueOf, {goal, across, up}: Extract<Task, {task: "line"}>): GoalLine {
  let runs = 0;
  const figure = (x: number, y: number): number => {
    tell({runs: ++runs});
    return valueOf([set(across, x), set(up, y)]);
  };
  return goalLine(figure, goal, across, up);
}

function set({cell}: SoughtInput, value: number): Override {
  return {cell, value: String(value), place: "goal seek"};
}
