import {languageModel, type LanguageModel} from "../model/language-model.js";
import {table} from "../model/parameter.js";
import type {Table} from "../sheet/index.js";

/** What a benchmark's requests look like, where its results do not say so. */
export interface Benchmark {
  language_model: LanguageModel;
  input_length: number;
  output_length: number;
  interactive_step: number;
}

export const benchmark: Table<Benchmark> = table<Benchmark>(
  "benchmark",
  "Request lengths of MLPerf's language benchmarks, used where a result does not state them.",
  ({ref, input}) => ({
    language_model: ref(() => languageModel, "Model of the benchmark"),
    input_length: input("token", "Mean input tokens of a request"),
    output_length: input("token", "Mean output tokens of a request"),
    interactive_step: input(
      "token",
      "Tokens a decode step gives a request in the interactive scenario, with drafts where allowed"
    )
  })
);
