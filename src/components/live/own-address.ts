import {REFERENCE} from "../../lib/model/reference.js";
import {OWN, scenarioFromText, scenarioToText, type CustomScenario, type ReadScenario} from "./custom-scenario.js";
import {packed, unpacked} from "./packed-scenario.js";

/** Start of a short link's hash. */
const SHORT = `#${OWN}=z`;

/** A truncated link is reported like an unknown version. Defined before the await that reads it. */
const DAMAGED = "damaged";

/** The content of the page's short link, if it is one, unpacked before anything needs it. */
const fromLink = await textInHash(globalThis.location);

async function textInHash(address: {hash: string} | undefined): Promise<string | undefined> {
  if (!address?.hash.startsWith(SHORT)) return undefined;
  return (await unpacked(address.hash.slice(SHORT.length))) ?? DAMAGED;
}

/** Whether the page's address contains a custom scenario. */
export function hasOwn(): boolean {
  return fromLink !== undefined || new URLSearchParams(location.search).has(OWN);
}

/** The custom scenario in the page's address, from a short or a long link. */
export function scenarioInUrl(): ReadScenario {
  if (fromLink === DAMAGED)
    return {problems: ["The link is damaged and its scenario cannot be read. Ask for the link again, or for a file."]};
  return scenarioFromText(new URLSearchParams(location.search).get(OWN) ?? fromLink ?? null);
}

/** An address with a custom scenario, or without it if it changes nothing. */
export function withOwn(href: string, own: CustomScenario | undefined): string {
  const url = withoutOwn(href);
  if (own && saysSomething(own)) url.searchParams.set(OWN, scenarioToText(own));
  return url.href;
}

/** An address with the scenario packed behind the hash, which no server sees. Throws if the browser cannot compress. */
export async function withPackedOwn(href: string, own: CustomScenario): Promise<string> {
  const url = withoutOwn(href);
  if (saysSomething(own)) url.hash = `${SHORT}${await packed(scenarioToText(own))}`;
  return url.href;
}

/** An address with the custom scenario of the page's address. */
export function carryingOwn(href: string): string {
  const [from, url] = [new URL(location.href), withoutOwn(href)];
  const text = from.searchParams.get(OWN);
  if (text !== null) url.searchParams.set(OWN, text);
  else if (from.hash.startsWith(SHORT) && url.hash === "") url.hash = from.hash;
  return url.href;
}

/** Longer readable addresses are packed. */
const LONGEST_READABLE = 4000;

/** Some programs truncate longer links, packed or not. */
export const LONGEST_ADDRESS = 8000;

/** Whether an address contains the custom scenario in readable form. */
export function isReadable(href: string, own: CustomScenario): boolean {
  return withOwn(href, own).length <= LONGEST_READABLE;
}

/**
 * An address with a custom scenario: readable if short enough, otherwise packed; undefined if that is too long, too.
 */
export async function addressWith(href: string, own: CustomScenario): Promise<string | undefined> {
  if (isReadable(href, own)) return withOwn(href, own);
  const address = await withPackedOwn(href, own);
  return address.length <= LONGEST_ADDRESS ? address : undefined;
}

/** The shortest link to a custom scenario, whatever its length. */
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
