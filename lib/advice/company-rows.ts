import {emptyDerivedTables} from "../model/index.js";
import type {Inputs, Model} from "../sheet/index.js";
import {companies, type AdvisedLayer} from "./action-definition.js";

/** A company of the chain. */
export interface Company {
  layer: AdvisedLayer;
  /** Key in the table of its layer. */
  key: string;
}

/** Every company of the chain, layer by layer. */
export function companiesOf(inputs: Inputs): Company[] {
  return (Object.keys(companies) as AdvisedLayer[]).flatMap((layer) =>
    inputs[companies[layer]]!.keys.map((key) => ({layer, key}))
  );
}

/**
 * The rows that have to do with a company, `table[row]`: itself, the rows that refer to it, directly or through others,
 * and the rows that those refer to. So a neocloud's are its clusters and their facilities and regions, a provider's its
 * deployments and the segments that it answers, an application's its segments and their routings.
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

/** Every reference that is typed in, row by row; pairs of rows that follow from others would tie rivals together. */
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
