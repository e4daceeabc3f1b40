import {emptyDerivedTables} from "../model/index.js";
import type {Inputs, Model} from "../sheet/index.js";
import {companies, type AdvisedLayer} from "./action-definition.js";

/** A company of the chain. */
export interface Company {
  layer: AdvisedLayer;
  /** Key in the table of its layer. */
  key: string;
}

/** All companies of the chain, layer by layer. */
export function companiesOf(inputs: Inputs): Company[] {
  return (Object.keys(companies) as AdvisedLayer[]).flatMap((layer) =>
    inputs[companies[layer]]!.keys.map((key) => ({layer, key}))
  );
}

/**
 * The rows related to a company, as `table[row]`: its own, those that refer to it directly or through others, and those
 * that these refer to. For a neocloud: its clusters with their facilities and regions. For a provider: its deployments
 * and the segments that they serve. For an application: its segments and their routings.
 */
export function rowsOf(model: Model, inputs: Inputs, {layer, key}: Company): Set<string> {
  const links = linksOf(model, inputs);
  const own = new Set([`${companies[layer]}[${key}]`]);
  grow(own, links, ({from, to}) => (own.has(to) ? from : undefined));
  const all = new Set(own);
  grow(all, links, ({from, to}) => (all.has(from) ? to : undefined));
  return all;
}

interface Link {
  from: string;
  to: string;
}

/** Every reference among the inputs, row by row. Computed pairs of rows are left out: they would link competitors. */
function linksOf(model: Model, inputs: Inputs): Link[] {
  return [...model.columns.values()].flatMap(({table, name, target}) => {
    const {keys = [], columns = {}} = inputs[table.name] ?? {};
    if (!target || !columns[name] || table.name in emptyDerivedTables) return [];
    return columns[name].values.map((value, row) => ({
      from: `${table.name}[${keys[row]}]`,
      to: `${target.name}[${value ?? ""}]`
    }));
  });
}

function grow(set: Set<string>, links: readonly Link[], next: (link: Link) => string | undefined): void {
  for (let before = -1; before < set.size;) {
    before = set.size;
    for (const link of links) {
      const found = next(link);
      if (found !== undefined) set.add(found);
    }
  }
}
