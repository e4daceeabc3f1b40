/**
 * A number for a terminal: four digits, with k, M, G, T for thousands; a dash where there is none: NaN and infinity are
 * none.
 */
export function formatNumber(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return "-";
  const step = Math.min(4, Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1) / 3)));
  return `${Number((value / 1000 ** step).toPrecision(4))}${["", "k", "M", "G", "T"][step]}`;
}
