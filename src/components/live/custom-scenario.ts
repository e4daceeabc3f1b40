import type {Note} from "../../lib/model/note.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {packed, unpacked} from "./packed-scenario.js";

/** The name of the reader's own scenario in tables, lists and addresses. */
export const OWN = "own";

/** A reader's own scenario: what it changes of a published one. */
export interface CustomScenario {
  parent: string;
  title: string;
  settings: readonly Setting[];
  /** What is said of cells. */
  notes?: readonly Note[];
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

/** What a note's cell begins with in an address. */
const NOTE = "*";

/** An own scenario as the value of `?own=`: version, parent, title, settings and notes, each after a semicolon. */
export function scenarioToText({parent, title, settings, notes = []}: CustomScenario): string {
  const named = title === "" ? [] : [`title=${escaped(title)}`];
  const set = settings.map(({cell, value}) => `${escapedName(cell)}=${escaped(value)}`);
  const said = notes.map(({cell, text}) => `${NOTE}${escapedName(cell)}=${escaped(text)}`);
  return [VERSION, `parent=${escaped(parent)}`, ...named, ...set, ...said].join(";");
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
  const isNote = ({cell}: Setting): boolean => cell.startsWith(NOTE);
  const notes = cells.filter(isNote).map(({cell, value}) => ({cell: cell.slice(NOTE.length), text: value}));
  const set = cells.filter((one) => !isNote(one));
  return {own: {parent, title, settings: set, ...(notes.length > 0 && {notes})}, problems};
}

/** How the hash of a short link begins. */
const SHORT = `#${OWN}=z`;

/** What the page's short link says, if it is one: unpacked before anything asks for it. */
const fromLink = await textInHash(globalThis.location);

async function textInHash(address: {hash: string} | undefined): Promise<string | undefined> {
  if (!address?.hash.startsWith(SHORT)) return undefined;
  return (await unpacked(address.hash.slice(SHORT.length))) ?? DAMAGED;
}

/** A link that was cut off says so as an unknown version does. */
const DAMAGED = "damaged";

/** Whether the page's address holds an own scenario. */
export function hasOwn(): boolean {
  return fromLink !== undefined || new URLSearchParams(location.search).has(OWN);
}

/** The own scenario in the page's address: of a short link, or of a long one. */
export function scenarioInUrl(): ReadScenario {
  if (fromLink === DAMAGED)
    return {problems: ["The link is damaged, and its scenario can't be read: ask for it again, or for a file."]};
  return scenarioFromText(new URLSearchParams(location.search).get(OWN) ?? fromLink ?? null);
}

/** An address with an own scenario, or without one where it says nothing. */
export function withOwn(href: string, own: CustomScenario | undefined): string {
  const url = withoutOwn(href);
  if (own && saysSomething(own)) url.searchParams.set(OWN, scenarioToText(own));
  return url.href;
}

/** The same with the scenario packed behind the hash, which no server sees. Throws where the browser can't pack. */
export async function withPackedOwn(href: string, own: CustomScenario): Promise<string> {
  const url = withoutOwn(href);
  if (saysSomething(own)) url.hash = `${SHORT}${await packed(scenarioToText(own))}`;
  return url.href;
}

/** An address that holds the own scenario that the page's address holds. */
export function carryingOwn(href: string): string {
  const [from, url] = [new URL(location.href), withoutOwn(href)];
  const text = from.searchParams.get(OWN);
  if (text !== null) url.searchParams.set(OWN, text);
  else if (from.hash.startsWith(SHORT) && url.hash === "") url.hash = from.hash;
  return url.href;
}

function withoutOwn(href: string): URL {
  const url = new URL(href, location.href);
  url.searchParams.delete(OWN);
  if (url.hash.startsWith(SHORT)) url.hash = "";
  return url;
}

function saysSomething({settings, title, parent, notes = []}: CustomScenario): boolean {
  return settings.length > 0 || title !== "" || parent !== REFERENCE || notes.length > 0;
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
