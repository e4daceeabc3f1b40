import type {Inputs} from "../sheet/index.js";
import {quantile} from "./summary.js";

/** A class of measurements whose errors are watched. */
interface Class {
  name: string;
  holds: (row: At) => boolean;
}

/** The cells of a measurement, of its model and of its accelerator, by column. */
export type At = (column: string) => number | string | null;

const many = (at: At): boolean => Number(at("experts")) > 1;
const isFour = (at: At): boolean => Number(at("weight_precision")) < 0.75;
const hasUnits = (at: At): boolean => Number(at("fp4") ?? 0) > Number(at("bf16"));
const is = (column: string, value: string) => (at: At) => at(column) === value;
const begins = (column: string, value: string) => (at: At) => String(at(column)).startsWith(value);
const between = (at: At, column: string, low: number, high: number): boolean =>
  at(column) !== null && Number(at(column)) >= low && Number(at(column)) <= high;

/** The classes in which errors are watched, by what is served, how, on what, and by whom it was published. */
const classes: readonly Class[] = [
  {name: "4-bit weights without 4-bit units", holds: (at) => isFour(at) && !hasUnits(at)},
  {name: "4-bit experts with 4-bit units", holds: (at) => many(at) && isFour(at) && hasUnits(at)},
  {
    name: "8-bit experts on vLLM",
    holds: (at) => many(at) && at("weight_precision") === 1 && is("serving_stack", "vllm")(at)
  },
  {
    name: "8-bit experts elsewhere",
    holds: (at) => many(at) && at("weight_precision") === 1 && !is("serving_stack", "vllm")(at)
  },
  {name: "16-bit experts", holds: (at) => many(at) && Number(at("weight_precision")) > 1.5},
  {name: "sparse attention", holds: (at) => Number(at("index_heads") ?? 0) > 0},
  {name: "linear layers", holds: (at) => Number(at("linear_layers") ?? 0) > 0},
  {name: "dense", holds: (at) => !many(at)},
  {
    name: "dense, 4 GPUs or more, up to 8 requests",
    holds: (at) => !many(at) && Number(at("accelerators")) >= 4 && between(at, "concurrency", 1, 8)
  },
  {name: "1 to 8 requests", holds: (at) => between(at, "concurrency", 1, 8)},
  {name: "9 to 32 requests", holds: (at) => between(at, "concurrency", 8.01, 32)},
  {name: "33 to 128 requests", holds: (at) => between(at, "concurrency", 32.01, 128)},
  {name: "more than 128 requests", holds: (at) => between(at, "concurrency", 128.01, Infinity)},
  {
    name: "more than 128 requests on vLLM",
    holds: (at) => between(at, "concurrency", 128.01, Infinity) && is("serving_stack", "vllm")(at)
  },
  {name: "maximum throughput", holds: is("scenario", "max throughput")},
  {name: "limits on latency", holds: (at) => at("ttft_limit") !== null},
  {
    name: "racks of more than 8 under a limit",
    holds: (at) => at("ttft_limit") !== null && Number(at("accelerators")) > 8
  },
  {name: "stack vLLM", holds: is("serving_stack", "vllm")},
  {name: "stack SGLang", holds: is("serving_stack", "sglang")},
  {name: "stack TensorRT-LLM", holds: is("serving_stack", "tensorrt-llm")},
  {name: "tuned for a benchmark", holds: is("serving_stack", "tuned")},
  {name: "H100", holds: is("accelerator", "h100")},
  {name: "H200", holds: is("accelerator", "h200")},
  {name: "B200", holds: is("accelerator", "b200")},
  {name: "B300", holds: is("accelerator", "b300")},
  {name: "GB200", holds: is("accelerator", "gb200")},
  {name: "GB300", holds: is("accelerator", "gb300")},
  {name: "MI300X", holds: is("accelerator", "mi300x")},
  {name: "MI355X", holds: is("accelerator", "mi355x")},
  {name: "RTX PRO 6000", holds: is("accelerator", "rtx-pro-6000")},
  {name: "Gaudi 3", holds: is("accelerator", "gaudi3")},
  {name: "MLPerf", holds: begins("publisher", "MLPerf")},
  {name: "TensorRT-LLM's pages", holds: begins("publisher", "TensorRT-LLM")},
  {name: "InferenceX", holds: (at) => String(at("publisher")).includes("InferenceX")},
  {name: "ML.ENERGY", holds: begins("publisher", "ML.ENERGY")},
  {name: "published in 2024", holds: (at) => Number(at("published")) < 300},
  {name: "published in 2025", holds: (at) => between(at, "published", 300, 311.999)},
  {name: "published in 2026", holds: (at) => Number(at("published")) >= 312}
];

/** How far predictions of a class are off, as shares of what was measured. */
export interface ClassError {
  name: string;
  count: number;
  median: number;
  p90: number;
  bias: number;
}

/** The errors of all measurements and of each class, of predicted rates by key; those without one are left out. */
export function classErrors(inputs: Inputs, rates: ReadonlyMap<string, number>): ClassError[] {
  const {keys, columns} = inputs.measurement!;
  const rows = keys.flatMap((key, row) => {
    const predicted = rates.get(key);
    const measured = Number(columns.output_rate!.values[row] ?? columns.total_rate!.values[row]);
    return predicted === undefined || !Number.isFinite(predicted)
      ? []
      : [{at: cellsOf(inputs, row), error: predicted / measured - 1}];
  });
  const errorOf = (name: string, members: readonly {error: number}[]): ClassError => {
    const errors = members.map(({error}) => error);
    const sizes = errors.map(Math.abs);
    return {
      name,
      count: members.length,
      median: quantile(sizes, 0.5) ?? NaN,
      p90: quantile(sizes, 0.9) ?? NaN,
      bias: quantile(errors, 0.5) ?? NaN
    };
  };
  return [
    errorOf("all", rows),
    ...classes.map(({name, holds}) =>
      errorOf(
        name,
        rows.filter(({at}) => holds(at))
      )
    )
  ].filter(({count}) => count > 0);
}

function cellsOf(inputs: Inputs, row: number): At {
  const {columns} = inputs.measurement!;
  const of = (table: string, ref: string): ((column: string) => number | string | null) => {
    const {keys, columns: others} = inputs[table]!;
    const place = keys.indexOf(String(columns[ref]!.values[row]));
    return (column) => others[column]?.values[place] ?? null;
  };
  const [model, accelerator] = [of("language_model", "language_model"), of("accelerator", "accelerator")];
  return (column) =>
    column in columns ? (columns[column]!.values[row] ?? null) : (model(column) ?? accelerator(column));
}
