import type {Inputs, TableInput} from "../sheet/index.js";
import {deploymentOptions} from "./candidates.js";
import {tranches} from "./tranche.js";

/** The tables whose rows follow from the keys of others: serving options, statements and tranches. */
export function followingRows(inputs: Inputs): Inputs {
  const keys = (table: string): string[] => inputs[table]?.keys ?? [];
  return {
    serving_option: deploymentOptions(inputs),
    neocloud_statement: oneEach("neocloud", keys("neocloud")),
    provider_statement: oneEach("provider", keys("provider")),
    application_statement: oneEach("application", keys("application")),
    tranche: tranches(keys("neocloud"))
  };
}

/** A row for each key of another table, which its column of that table's name refers to. */
function oneEach(table: string, keys: readonly string[]): TableInput {
  return {keys: [...keys], columns: {[table]: {values: [...keys]}}};
}
