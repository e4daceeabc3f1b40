import type {Grid} from "./grid/grid.js";
import type {Place} from "./selection.js";

/** Moves to the next or previous cell or heading with a text; returns its number among all matches. */
export function find(grid: Grid, text: string, by: 1 | -1): string {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return "";
  const {rows, columns} = grid.shown!;
  const found = rows.flatMap((heading, row) =>
    columns.flatMap((of, column) => {
      const held = column === 0 ? `${heading.title} ${grid.cell({row, column}).text}` : grid.cell({row, column}).text;
      return `${held} ${row === 0 ? of.title : ""}`.toLowerCase().includes(wanted) ? [{row, column}] : [];
    })
  );
  if (found.length === 0) return "none";
  const {active} = grid.selection;
  const order = ({row, column}: Place): number => row * columns.length + column;
  const next =
    by > 0
      ? (found.find((place) => order(place) > order(active)) ?? found[0]!)
      : (found.findLast((place) => order(place) < order(active)) ?? found.at(-1)!);
  grid.select({active: next, anchor: next}, false);
  return `${found.indexOf(next) + 1} of ${found.length}`;
}
