import type {Note} from "../../lib/model/note.js";
import {REFERENCE} from "../../lib/model/reference.js";

/** The name of the reader's own scenario in tables, lists and addresses. */
export const OWN = "own";

/** A reader's own scenario: changes to a published one. */
export interface CustomScenario {
  parent: string;
  title: string;
  settings: readonly Setting[];
  /** Notes on cells. */
  notes?: readonly Note[];
}

/** A cell with its new value as entered: `parameter.cost_of_capital`, `0.12 (0.1..0.15)`. */
export interface Setting {
  cell: string;
  value: string;
}

/** The custom scenario in an address, and the parts that could not be read. */
export interface ReadScenario {
  own?: CustomScenario;
  problems: string[];
}

const VERSION = "v1";

/** Prefix of a note's cell in an address. */
const NOTE = "*";

/** A custom scenario as the value of `?own=`: version, parent, title, settings and notes, separated by semicolons. */
export function scenarioToText({parent, title, settings, notes = []}: CustomScenario): string {
  const named = title === "" ? [] : [`title=${escaped(title)}`];
  const set = settings.map(({cell, value}) => `${escapedName(cell)}=${escaped(value)}`);
  const noted = notes.map(({cell, text}) => `${NOTE}${escapedName(cell)}=${escaped(text)}`);
  return [VERSION, `parent=${escaped(parent)}`, ...named, ...set, ...noted].join(";");
}

/**
 * Reads the value of `?own=`. An unknown version, or a part that is not `name=value`, is reported as a problem rather
 * than an error.
 */
export function scenarioFromText(text: string | null): ReadScenario {
  if (text === null) return {problems: []};
  const [version = "", ...parts] = text.split(";");
  if (version !== VERSION)
    return {problems: [`The address contains a scenario of version “${version}”; this page reads ${VERSION}.`]};
  const pairs = parts.filter((part) => part !== "").map(pairOf);
  const problems = pairs.flatMap((pair) => (typeof pair === "string" ? [pair] : []));
  const settings = pairs.filter((pair) => typeof pair !== "string");
  const last = new Map(settings.map(({cell}, i) => [cell, i]));
  const values = new Map(settings.map(({cell, value}) => [cell, value]));
  const [parent = REFERENCE, title = ""] = ["parent", "title"].map((name) => values.get(name));
  const cells = settings.filter(({cell}, i) => cell !== "parent" && cell !== "title" && last.get(cell) === i);
  const isNote = ({cell}: Setting): boolean => cell.startsWith(NOTE);
  const notes = cells.filter(isNote).map(({cell, value}) => ({cell: cell.slice(NOTE.length), text: value}));
  const set = cells.filter((one) => !isNote(one));
  return {own: {parent, title, settings: set, ...(notes.length > 0 && {notes})}, problems};
}

/**
 * The number of changes in words; once it is known which were applied, only these count, and the others are mentioned.
 */
export function changesInWords(own: CustomScenario, applied = own): string {
  const count = applied.settings.length;
  const refused = own.settings.length - count;
  const words = `${count === 0 ? "no" : count} ${count === 1 ? "input" : "inputs"} modified`;
  return refused === 0 ? words : `${words}, ${refused} not applied`;
}

function pairOf(part: string): Setting | string {
  const at = part.indexOf("=");
  const unread = `“${part}” in the address is ignored: expected cell=value.`;
  if (at < 1) return unread;
  try {
    const [cell, value] = [part.slice(0, at), part.slice(at + 1)].map((side) => decodeURIComponent(side).trim());
    return {cell: cell!, value: value!};
  } catch {
    return unread;
  }
}

/** Also escapes the character that ends a name. */
function escapedName(name: string): string {
  return escaped(name).replaceAll("=", "%3D");
}

/** Percent-encodes only what would end a value early. */
function escaped(value: string): string {
  return value.replaceAll("%", "%25").replaceAll(";", "%3B");
}
