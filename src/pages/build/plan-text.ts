import type {Built} from "./built.js";

/** The plan of the usual site as text. */
export function textOfPlan(built: Built): string {
  return JSON.stringify(built, (_, value: unknown) => (value instanceof Map ? {[MAP]: [...value]} : value));
}

/** The plan that such a text holds. */
export function planOfText(text: string): Built {
  return JSON.parse(text, (_, value: unknown) => (isMap(value) ? new Map(value[MAP]) : value)) as Built;
}

/** Marks what was a map. */
const MAP = "$map";

function isMap(value: unknown): value is {[MAP]: [string, unknown][]} {
  return typeof value === "object" && value !== null && MAP in value;
}
