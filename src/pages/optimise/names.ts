import {namesOf} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {rowName} from "../../components/words/row-name.js";

/** Names of sites, kinds of accelerators and streams of requests. */
export interface Names {
  site: (key: string) => string;
  kind: (key: string) => string;
  region: (key: string) => string;
  stream: (key: string) => string;
  /** Keys of all kinds, older ones first. */
  kinds: readonly string[];
}

/** The names in the tables of sites, accelerators and regions. */
export function namesIn({facility, accelerator, region}: NamedTables): Names {
  return {
    site: namesOf(facility),
    kind: namesOf(accelerator),
    region: namesOf(region),
    stream: rowName,
    kinds: accelerator.map(({key}) => key)
  };
}

type NamedTables = {readonly [N in "facility" | "accelerator" | "region"]: readonly Pick<RowOf<N>, "key" | "name">[]};
