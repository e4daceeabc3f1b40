import {readFile} from "node:fs/promises";
import {root} from "../../scripts/paths.js";
import {InputError} from "../../lib/sheet/index.js";

/** Published tables, in a folder or at an address. */
export interface Published {
  /** The place as the user named it. */
  place: string;
  /** The sha256 of each file, in hex, by name. */
  sums: ReadonlyMap<string, string>;
  /** The bytes of a file. */
  read: (name: string) => Promise<Uint8Array>;
}

/**
 * The published tables at a path or address: the folder with `SHA256SUMS`, or a site that has it as `data/`; by
 * default, the site built here. Throws an `InputError` if there are none.
 */
export async function publishedAt(place = `${root}dist`): Promise<Published> {
  const read = isAddress(place) ? fetched : fromFile;
  for (const folder of [place, `${place.replace(/\/$/, "")}/data`]) {
    const list = await read(`${folder}/SHA256SUMS`).catch(() => undefined);
    if (list) return {place, sums: sumsOf(new TextDecoder().decode(list)), read: (name) => read(`${folder}/${name}`)};
  }
  throw new InputError(
    `--against ${place}: no SHA256SUMS there or in its data/\n` +
      "  use a built site's folder or address; npm run build creates one"
  );
}

function isAddress(place: string): boolean {
  return /^https?:\/\//.test(place);
}

async function fetched(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new InputError(`${address}: ${answer.status} ${answer.statusText}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function fromFile(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(path));
}

/** Parses the lines of `sha256sum`: checksum, two spaces, name. */
function sumsOf(text: string): Map<string, string> {
  return new Map(
    text.split("\n").flatMap((line) => {
      const [, sum, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      return sum && name ? [[name, sum] as const] : [];
    })
  );
}
