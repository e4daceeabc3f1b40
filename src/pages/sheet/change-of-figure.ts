/** A figure's change against the base scenario, in words and in its direction. */
export interface FigureChange {
  way: "up" | "down";
  /** `▲ 7 %` */
  text: string;
  share: number;
}

/** How a figure has changed; nothing where it has not. */
export function changeOfFigure(mine: number, theirs: number): FigureChange | undefined {
  if (mine === theirs || !Number.isFinite(theirs)) return undefined;
  const share = (mine - theirs) / Math.abs(theirs);
  const way = mine > theirs ? "up" : "down";
  const sign = way === "up" ? "▲" : "▼";
  return {way, share, text: Number.isFinite(share) ? `${sign} ${percent(Math.abs(share))}` : sign};
}

/** A share as per cent, in three digits. */
export function percent(share: number): string {
  const value = 100 * share;
  return `${value >= 100 ? value.toFixed(0) : Number(value.toPrecision(value < 1 ? 2 : 3))}\u202f%`;
}
