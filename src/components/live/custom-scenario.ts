import {REFERENCE} from "../../lib/model/reference.js";

/** The name of the reader's own scenario in tables, lists and addresses. */
export const OWN = "own";

/** A reader's own scenario: what it changes of a published one. */
export interface CustomScenario {
  parent: string;
  title: string;
  settings: readonly Setting[];
}

/** A cell with its new value, as it is typed: `parameter.cost_of_capital`, `0.12 (0.1..0.15)`. */
export interface Setting {
  cell: string;
  value: string;
}

/** What an address says of an own scenario, and what in it could not be read. */
export interface ReadScenario {
  own?: CustomScenario;
  problems: string[];
}

const VERSION = "v1";

/** An own scenario as the value of `?own=`: version, parent, title and settings, each after a semicolon. */
export function scenarioToText({parent, title, settings}: CustomScenario): string {
  const named = title === "" ? [] : [`title=${escaped(title)}`];
  const set = settings.map(({cell, value}) => `${escapedName(cell)}=${escaped(value)}`);
  return [VERSION, `parent=${escaped(parent)}`, ...named, ...set].join(";");
}

/** Reads the value of `?own=`. An unknown version, or a part that is no `name=value`, is a problem, not an error. */
export function scenarioFromText(text: string | null): ReadScenario {
  if (text === null) return {problems: []};
  const [version = "", ...parts] = text.split(";");
  if (version !== VERSION)
    return {problems: [`The address holds a scenario of version “${version}”; this page reads ${VERSION}.`]};
  const pairs = parts.filter((part) => part !== "").map(pairOf);
  const problems = pairs.flatMap((pair) => (typeof pair === "string" ? [pair] : []));
  const settings = pairs.filter((pair) => typeof pair !== "string");
  const last = new Map(settings.map(({cell}, i) => [cell, i]));
  const said = new Map(settings.map(({cell, value}) => [cell, value]));
  const [parent = REFERENCE, title = ""] = ["parent", "title"].map((name) => said.get(name));
  const cells = settings.filter(({cell}, i) => cell !== "parent" && cell !== "title" && last.get(cell) === i);
  return {own: {parent, title, settings: cells}, problems};
}

/** The own scenario in the page's address. */
export function scenarioInUrl(): ReadScenario {
  return scenarioFromText(new URLSearchParams(location.search).get(OWN));
}

/** An address with an own scenario, or without one where it says nothing. */
export function withOwn(href: string, own: CustomScenario | undefined): string {
  const url = new URL(href, location.href);
  if (own && (own.settings.length > 0 || own.title !== "" || own.parent !== REFERENCE))
    url.searchParams.set(OWN, scenarioToText(own));
  else url.searchParams.delete(OWN);
  return url.href;
}

/** How much is changed, in words; where it is known what of it was taken, that is counted, and the rest is told. */
export function changesInWords(own: CustomScenario, applied = own): string {
  const count = applied.settings.length;
  const refused = own.settings.length - count;
  const words = `${count === 0 ? "no" : count} ${count === 1 ? "input" : "inputs"} modified`;
  return refused === 0 ? words : `${words}, ${refused} not taken`;
}

function pairOf(part: string): Setting | string {
  const at = part.indexOf("=");
  const unread = `“${part}” in the address is not read: write cell=value.`;
  if (at < 1) return unread;
  try {
    const [cell, value] = [part.slice(0, at), part.slice(at + 1)].map((side) => decodeURIComponent(side).trim());
    return {cell: cell!, value: value!};
  } catch {
    return unread;
  }
}

/** A name also ends where its value begins. */
function escapedName(name: string): string {
  return escaped(name).replaceAll("=", "%3D");
}

/** Only what would end a value early is written in percent. */
function escaped(value: string): string {
  return value.replaceAll("%", "%25").replaceAll(";", "%3B");
}
