import type {Planned} from "./built.js";

/** The plan of the usual site as text. */
export function textOfPlan({one, answer, drawn, candidates}: Planned): string {
  return JSON.stringify({one, drawn, answer, candidates}, (_, value: unknown) =>
    value instanceof Map ? {[MAP]: [...value]} : value
  );
}

/** The plan that such a text holds. */
export function planOfText(text: string): Planned {
  return JSON.parse(text, (_, value: unknown) => (isMap(value) ? new Map(value[MAP]) : value)) as Planned;
}

/** Marks what was a map. */
const MAP = "$map";

function isMap(value: unknown): value is {[MAP]: [string, unknown][]} {
  return typeof value === "object" && value !== null && MAP in value;
}
