/**
 * A file name that is valid on every system, with its extension: no path, no control characters, no name reserved by
 * Windows, at most 100 characters before the extension.
 */
export function fileName(name: string, ending: string): string {
  return `${safe(name)}.${ending}`;
}

/** A title for use in file names: lower-case letters, digits and hyphens, without accents; empty if nothing is left. */
export function slug(title: string): string {
  const bare = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = bare.replace(/[^a-z0-9]+/g, "-").slice(0, LENGTH);
  return words.replace(/^-|-$/g, "");
}

const LENGTH = 100;

function safe(name: string): string {
  const held = Array.from(name.replace(/[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, "-"))
    .slice(0, LENGTH)
    .join("")
    .replace(/^[. ]+|[. ]+$/g, "");
  return kept.test(held) || held === "" ? `_${held}` : held;
}

const kept = /^(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(\.|$)/i;
