import type {ModelColumn} from "./model.js";

/** The inputs (`table.column`) that a result depends on. */
export type Origins = ReadonlySet<string>;

/** The uncertain inputs that each column depends on, for columns in dependency order that do not change over time. */
export function originsOf(
  columns: readonly ModelColumn[],
  uncertain: readonly string[]
): (column: ModelColumn) => Origins {
  const own = new Set(uncertain);
  const found = new Map<ModelColumn, Origins>();
  const origins = (column: ModelColumn): Origins => found.get(column) ?? none;
  for (const column of columns) {
    const sources = column.reads.map((reading) => origins(reading.column));
    found.set(column, joined([own.has(column.id) ? new Set([column.id]) : none, ...sources]));
  }
  return origins;
}

const none: Origins = new Set();

/** Everything in some sets; one of them where the others add nothing. */
export function joined(sets: readonly Origins[]): Origins {
  const widest = sets.reduce((most, one) => (one.size > most.size ? one : most), none);
  const others = sets.filter((one) => one !== widest && [...one].some((id) => !widest.has(id)));
  return others.length === 0 ? widest : new Set([...widest, ...others.flatMap((one) => [...one])]);
}

/** Whether two sets have a member in common. */
export function meet(one: Origins, other: Origins): boolean {
  for (const id of one) if (other.has(id)) return true;
  return false;
}
