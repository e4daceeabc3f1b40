/** Longer names than this are cut where a chart is narrow. */
const MOST = 20;

/** The room in pixels that names in bold type of a size take at the end of lines, with the gap before them. */
export function labelRoom(names: readonly string[], fontSize: number): number {
  return GAP + Math.max(...names.map(({length}) => length), 0) * fontSize * WIDTH;
}

/** A name as it stands at the end of a line. */
export function endLabel(name: string, narrow: boolean): string {
  return narrow && name.length > MOST ? `${name.slice(0, MOST - 1)}…` : name;
}

const GAP = 12;

/** The mean width of a bold character, as a share of the type's size: rather more than less. */
const WIDTH = 0.62;
