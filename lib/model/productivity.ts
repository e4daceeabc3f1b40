import type {Table} from "../sheet/index.js";
import {table} from "./parameter.js";

/** A published measurement of what AI does to working time. */
export interface Study {
  authors: string;
  year: string;
  task: Task;
  design: "rct" | "field-experiment" | "survey" | "observational";
  effect: number;
  sample: number;
  weight: number;
  everyday_effect: number;
}

/** A kind of work. */
export interface Task {
  name: string;
  assisted_hours: number;
  ceiling_hours: number;
  realised_ratio: number;
  compensation: number;
  effect: number;
  everyday_effect: number;
  least_effect: number;
  greatest_effect: number;
}

export const study: Table<Study> = table<Study>(
  "study",
  "Published measurements of working time saved; a slowdown is negative.",
  ({text, ref, input, formula}) => ({
    authors: text("Who measured"),
    year: text("When it was published"),
    task: ref(() => task, "Kind of work"),
    design: text<Study["design"]>("How it was measured"),
    effect: input("1", "Share of the time worked with the tool that is saved"),
    sample: input("1", "People or tasks measured"),
    weight: input("1", "Weight in the mean: lower for narrow tasks and self-reports"),
    everyday_effect: formula(
      "1",
      "Share of working time saved in everyday use: surveys ask about it, of trials only a part carries over",
      (s, p) => (s.design === "survey" || s.design === "observational" ? s.effect : s.effect * p.study_transfer)
    )
  })
);

export const task: Table<Task> = table<Task>(
  "task",
  "Occupation groups, and what studies say of them.",
  ({text, input, rollup}) => ({
    name: text("Name of the occupation group"),
    assisted_hours: input("hour/user-month", "Hours a month that an active professional user works with the tool"),
    ceiling_hours: input("hour/user-month", "Most hours a month in which the tool can help a user at work"),
    realised_ratio: input("1", "Share of saved time that becomes output, relative to work in general"),
    compensation: input("USD/hour", "Compensation of an hour's work"),
    effect: rollup(() => study, "effect", "weighted_mean", {
      weight: "weight",
      doc: "Share of working time saved, mean of the studies"
    }),
    everyday_effect: rollup(() => study, "everyday_effect", "weighted_mean", {
      weight: "weight",
      doc: "Share of working time saved in everyday use, mean of the studies"
    }),
    least_effect: rollup(() => study, "effect", "min", {doc: "Share of working time saved, least favourable study"}),
    greatest_effect: rollup(() => study, "effect", "max", {doc: "Share of working time saved, most favourable study"})
  })
);
