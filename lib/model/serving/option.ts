import type {Table} from "../../sheet/index.js";
import {table} from "../parameter.js";
import {decodeStep} from "./decode-step.js";
import {inherited, type ServingOption} from "./option-row.js";
import {replica} from "./replica.js";
import {requestTime} from "./request-time.js";
import {result} from "./result.js";
import type {Served} from "./workload.js";

/**
 * The ways of serving each row of a table: `serving_option` of the chain's deployments, of measured ones, or another's.
 */
export function servingOptions(deployment: () => Table<Served>, name = "serving_option"): Table<ServingOption> {
  return table<ServingOption>(
    name,
    "Candidate serving configurations for every deployment: parallelism, batch and split; time, memory, energy, " +
      "and what binds.",
    (words) => {
      const {ref, input, lookups} = words;
      return {
        deployment: ref(deployment, "What is served"),
        replica: input("GPU", "Accelerators that hold one copy of the model"),
        tensor: input("1", "Accelerators that split every matrix among them"),
        stages: input("1", "Groups of layers that a token passes one after the other"),
        ranks: input("1", "Accelerators that split the requests, and the experts, among them"),
        expert_split: input("1", "Parts that hold whole experts, where matrices are split but experts are not, else 1"),
        batch: input("1", "Requests that a replica works on at once"),
        disaggregated: input("1", "1 where prefill has accelerators of its own, else 0"),

        ...lookups("deployment", ...inherited),

        ...replica(words),
        ...decodeStep(words),
        ...requestTime(words),
        ...result(words)
      };
    }
  );
}
