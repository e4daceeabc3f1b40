import {layerColor, type Layer} from "../words/layer.js";

/** A group of tables, with their layer of the chain; no layer for those of all layers. */
export interface TableGroup {
  title: string;
  layer?: Layer;
  tables: readonly string[];
}

/** The tables of the chain by layer, upstream first. */
export const tableGroups: readonly TableGroup[] = [
  {title: "Everything", tables: ["parameter"]},
  {title: "Materials", layer: "materials", tables: ["process_node", "memory", "accelerator_family", "accelerator"]},
  {
    title: "Neoclouds",
    layer: "neocloud",
    tables: [
      ...["region", "facility", "orchestrator", "neocloud", "cluster", "generation", "fleet", "market"],
      ...["tenor", "contract", "price_book", "rental_quote", "trade", "tranche", "neocloud_statement"]
    ]
  },
  {
    title: "Inference",
    layer: "inference",
    tables: [
      ...["tier", "language_model", "list_price", "provider", "deployment", "serving_option", "routing", "rival"],
      "provider_statement"
    ]
  },
  {title: "Applications", layer: "application", tables: ["application", "segment", "application_statement"]},
  {title: "Value", layer: "value", tables: ["study", "task", "economy", "comparison"]}
];

/** The colour of a table's layer. */
export function tableColor(table: string): string {
  const layer = tableGroups.find(({tables}) => tables.includes(table))?.layer;
  return layer ? layerColor(layer) : "var(--tf-ink-2)";
}

/** The tables of a model in groups; those without a group come last. */
export function groupsOf(names: readonly string[]): TableGroup[] {
  const known = new Set(tableGroups.flatMap(({tables}) => tables));
  const others = names.filter((name) => !known.has(name));
  const groups = tableGroups.map((group) => ({...group, tables: group.tables.filter((name) => names.includes(name))}));
  return [...groups, {title: "Others", tables: others}].filter(({tables}) => tables.length > 0);
}
