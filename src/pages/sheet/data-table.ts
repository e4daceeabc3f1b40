/** An input of a data table, and the values that it takes. */
export interface Axis {
  cell: string;
  values: readonly number[];
}

/** Equal steps from one value to another, both included, in six digits. */
export function stepsOf(low: number, high: number, count: number): number[] {
  return Array.from({length: count}, (_, i) =>
    Number((low + ((high - low) * i) / Math.max(1, count - 1)).toPrecision(6))
  );
}

/** The values of both axes, row by row: those of `across` for each of `down`; without `down`, one row. */
export function setsOf(across: Axis, down: Axis | undefined): {cell: string; value: string}[][] {
  const set = ({cell}: Axis, value: number) => ({cell, value: String(value)});
  const rows = down ? down.values.map((value) => [set(down, value)]) : [[]];
  return rows.flatMap((row) => across.values.map((value) => [set(across, value), ...row]));
}

/** The sides of a cell on which the line runs between values above and below the goal. */
export function edgesOf(values: readonly number[], columns: number, at: number, goal: number): ("right" | "bottom")[] {
  const above = (place: number): boolean | undefined =>
    Number.isFinite(values[place]) ? values[place]! > goal : undefined;
  const differs = (place: number): boolean => {
    const [here, there] = [above(at), above(place)];
    return here !== undefined && there !== undefined && here !== there;
  };
  const last = at % columns === columns - 1;
  return [
    ...(!last && differs(at + 1) ? (["right"] as const) : []),
    ...(differs(at + columns) ? (["bottom"] as const) : [])
  ];
}

/** A data table as a spreadsheet program takes it: the values of the axes, then the figures. */
export function asText(values: readonly number[], across: Axis, down: Axis | undefined): string {
  const columns = across.values.length;
  const rows = (down?.values ?? [""]).map((value, row) => [value, ...values.slice(row * columns, (row + 1) * columns)]);
  return [["", ...across.values], ...rows].map((row) => row.join("\t")).join("\n");
}
