/** Space in pixels for names in bold type at the end of lines, including the gap before them. */
export function labelRoom(names: readonly string[], fontSize: number): number {
  return GAP + Math.max(...names.map(({length}) => length), 0) * fontSize * WIDTH;
}

const GAP = 12;

/** Mean width of a bold character as a share of the font size, estimated generously. */
const WIDTH = 0.72;
