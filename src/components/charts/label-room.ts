/** Longer names are cut in narrow charts. */
const MOST = 20;

/** Space in pixels for names in bold type at the end of lines, including the gap before them. */
export function labelRoom(names: readonly string[], fontSize: number): number {
  return GAP + Math.max(...names.map(({length}) => length), 0) * fontSize * WIDTH;
}

/** A name cut to a number of characters. */
export function shortened(name: string, most = MOST): string {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

/** Number of characters that fit into a line of a narrow chart. */
export function charactersIn(width: number): number {
  return Math.floor(width / LETTER);
}

const GAP = 12;

/** Width of a character in a chart's font, in pixels. */
const LETTER = 6.8;

/** Mean width of a bold character as a share of the font size, estimated generously. */
const WIDTH = 0.72;
