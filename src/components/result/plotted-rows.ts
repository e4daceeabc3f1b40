import {roleOf} from "./chart-spec.js";
import type {Engine} from "./engine.js";
import {texts, type Kept} from "./kept.js";

/** A row as a chart takes it. */
export type Plotted = Record<string, number | Date | string | null>;

/** So many of a result's rows, as charts take them: numbers, dates and texts. */
export async function plottedRows(engine: Engine, result: Kept, count: number): Promise<Plotted[]> {
  const columns = await texts(engine, result, {count});
  return Array.from({length: columns[0]?.length ?? 0}, (_, row) =>
    Object.fromEntries(result.columns.map(({name, type}, i) => [name, plotted(columns[i]![row]!, type)]))
  );
}

function plotted(text: string | null, type: string): Plotted[string] {
  const role = roleOf(type);
  if (text === null || role === "text") return text;
  return role === "number" ? Number(text) : new Date(text.replace(" ", "T").replace(/\+00$/, "Z"));
}
