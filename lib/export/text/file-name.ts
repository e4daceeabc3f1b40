/**
 * A name that every system takes for a file, with its ending: no path, no control characters, none of the names that
 * Windows keeps for itself, at most 100 characters before the ending.
 */
export function fileName(name: string, ending: string): string {
  return `${safe(name)}.${ending}`;
}

/** A title as part of a file's name: lower-case letters, digits and hyphens, without accents; empty without any. */
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
