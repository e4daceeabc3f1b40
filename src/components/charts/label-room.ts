/** Longer names than this are cut where a chart is narrow. */
const MOST = 20;

/** The room in pixels that names in bold type of a size take at the end of lines, with the gap before them. */
export function labelRoom(names: readonly string[], fontSize: number): number {
  return GAP + Math.max(...names.map(({length}) => length), 0) * fontSize * WIDTH;
}

/** A name where there is room for so many characters. */
export function shortened(name: string, most = MOST): string {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

/** As many characters as a line of a narrow chart holds. */
export function charactersIn(width: number): number {
  return Math.floor(width / LETTER);
}

const GAP = 12;

/** A character of a chart's own type, in pixels. */
const LETTER = 6.8;

/** The mean width of a bold character, as a share of the type's size: rather more than less. */
const WIDTH = 0.72;
