import {expect, it} from "vitest";
import {whyNothing, type BuildKind, type BuildQuestion} from "../../lib/greenfield/index.js";

const kind: BuildKind = {key: "a", gpus: 8, power: 0.5, price: 2e6, lead: 6, life: 60, from: 0};
const question: BuildQuestion = {
  ...{power: [{month: 7, capacity: 10}], budget: 4e8, budget_by: "total", orders: [0, 1, 2], horizon: 72}
};
const worth = [[-1, -1, -1].map((total) => ({total, residual: 0, cost: 1}))];
const why = (changes: Partial<BuildQuestion>, sold: Partial<BuildKind> = {}) =>
  whyNothing({...question, ...changes}, [{...kind, ...sold}], worth);

it.each<[string, Partial<BuildQuestion>, Partial<BuildKind>]>([
  ["no power is available at the site", {power: [{month: 0, capacity: 0}]}, {}],
  ["the smallest server needs 0.500 MW, more than is available", {power: [{month: 0, capacity: 0.4}]}, {}],
  ["the cheapest server costs 2.00 million USD, more than the budget", {budget: 0}, {}],
  ["no order can open before the planning period ends", {horizon: 7}, {}],
  ["no order can open before the planning period ends", {}, {from: 3}],
  ["no server or rack earns back its price", {}, {}],
  ["no accelerator serves the model within the limits", {demand: {steps: [{month: 0, amount: 1}], rates: [0]}}, {}]
])("nothing is built because %s", (reason, changes, sold) => expect(why(changes, sold)).toBe(reason));
