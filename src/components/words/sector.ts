import {layerColor, type Layer} from "./layer.js";

const layerOf: Record<string, Layer> = {
  Users: "value",
  Applications: "application",
  Providers: "inference",
  Neoclouds: "neocloud",
  "Chip vendors": "materials",
  "System vendors": "materials",
  Builders: "materials",
  Foundries: "materials",
  "Memory makers": "materials",
  "Packaging houses": "materials",
  "Power suppliers": "materials",
  "Water suppliers": "materials"
};

/** The colour of a sector of the ledger: its layer's; grey for workers, governments and others outside the chain. */
export function sectorColor(sector: string): string {
  const layer = layerOf[sector];
  return layer ? layerColor(layer) : "var(--theme-foreground-muted)";
}
