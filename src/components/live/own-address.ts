import {withOwn, withPackedOwn, type CustomScenario} from "./custom-scenario.js";

/** Beyond this an address that can be read is packed. */
export const LONGEST_READABLE = 4000;

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
