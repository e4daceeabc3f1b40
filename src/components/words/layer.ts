/** The layers of the chain, from silicon to value. */
export const layers = ["materials", "neocloud", "inference", "application", "value"] as const;

export type Layer = (typeof layers)[number];

/** The colour of a layer in charts and cards; it follows the light or dark theme. */
export function layerColor(layer: Layer): string {
  return `var(--layer-${layer})`;
}
