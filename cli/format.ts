/** A number for a terminal: four digits, with k, M, bn, tn for thousands; a dash for a missing or infinite number. */
export function formatNumber(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return "-";
  const step = Math.min(4, Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1) / 3)));
  return `${Number((value / 1000 ** step).toPrecision(4))}${["", "k", "M", "bn", "tn"][step]}`;
}

/** An amount of US dollars for a terminal: `-1.2M USD`. */
export function formatUsd(value: number): string {
  return `${value < 0 ? "-" : ""}${formatNumber(Math.abs(value))} USD`;
}

/** A share for a terminal, with one decimal: `12.5 %`; a dash if missing. */
export function formatShare(share: number | null): string {
  return share === null || !Number.isFinite(share) ? "-" : `${(100 * share).toFixed(1)} %`;
}

/** A share for a terminal as a whole percentage; a dash if missing. */
export function formatWholeShare(share: number | null): string {
  return share === null || !Number.isFinite(share) ? "-" : `${Math.round(100 * share)} %`;
}

/** A unit for a terminal; empty for a pure number. */
export function formatUnit(unit: string): string {
  return unit === "1" ? "" : unit;
}
