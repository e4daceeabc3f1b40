import {REFERENCE} from "../../lib/model/reference.js";
import {OWN, scenarioFromText, scenarioToText, type CustomScenario, type ReadScenario} from "./custom-scenario.js";
import {packed, unpacked} from "./packed-scenario.js";

/** How the hash of a short link begins. */
const SHORT = `#${OWN}=z`;

/** A link that was cut off says so as an unknown version does. It stands above what is awaited, which reads it. */
const DAMAGED = "damaged";

/** What the page's short link says, if it is one: unpacked before anything asks for it. */
const fromLink = await textInHash(globalThis.location);

async function textInHash(address: {hash: string} | undefined): Promise<string | undefined> {
  if (!address?.hash.startsWith(SHORT)) return undefined;
  return (await unpacked(address.hash.slice(SHORT.length))) ?? DAMAGED;
}

/** Whether the page's address holds an own scenario. */
export function hasOwn(): boolean {
  return fromLink !== undefined || new URLSearchParams(location.search).has(OWN);
}

/** The own scenario in the page's address: of a short link, or of a long one. */
export function scenarioInUrl(): ReadScenario {
  if (fromLink === DAMAGED)
    return {problems: ["The link is damaged and its scenario cannot be read. Ask for the link again, or for a file."]};
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

/** Beyond this an address that can be read is packed. */
const LONGEST_READABLE = 4000;

/** Beyond this a link is cut off by some programs that pass it on, packed or not. */
export const LONGEST_ADDRESS = 8000;

/** Whether an own scenario stands in an address as it is typed. */
export function isReadable(href: string, own: CustomScenario): boolean {
  return withOwn(href, own).length <= LONGEST_READABLE;
}

/** An address with an own scenario: to be read as long as it is short, else packed; nothing where that is too long. */
export async function addressWith(href: string, own: CustomScenario): Promise<string | undefined> {
  if (isReadable(href, own)) return withOwn(href, own);
  const address = await withPackedOwn(href, own);
  return address.length <= LONGEST_ADDRESS ? address : undefined;
}

/** The shortest link to an own scenario, however long that is. */
export async function shortLink(href: string, own: CustomScenario): Promise<string> {
  const [plain, packed] = [withOwn(href, own), await withPackedOwn(href, own)];
  return packed.length < plain.length ? packed : plain;
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
