/**
 * The key that a published name means: that whose words all stand in the name, the more words the better; else that
 * whose letters do. `H100-SXM-80GB` is `h100`, `GH200 Grace Hopper Superchip 144GB` is `gh200-144`. Undefined if none.
 */
export function match(
  name: string,
  keys: readonly string[],
  others: Readonly<Record<string, string>> = {}
): string | undefined {
  const known = [...keys.map((key): [string, string] => [key, key]), ...Object.entries(others)];
  return (
    longest(known, ([alias]) => wordsIn(alias, name)) ??
    longest(known, ([alias]) => squash(name).includes(squash(alias)))
  );
}

/** Other names of accelerators that stand in publications. */
export const acceleratorNames: Readonly<Record<string, string>> = {
  gh200: "gh200-96",
  "rtx pro 6000": "rtx-pro-6000",
  "gaudi 3": "gaudi3",
  trainium2: "trn2"
};

/** Other names of models, and models of the same shape. */
export const modelNames: Readonly<Record<string, string>> = {
  "deepseek-r1": "deepseek-v3",
  "deepseek-r1-0528": "deepseek-v3",
  dsr1: "deepseek-v3",
  "llama-2-70b": "llama-2-70b",
  "llama-3-8b": "llama-3-1-8b",
  "llama-3-70b": "llama-3-3-70b",
  "llama-3-1-70b": "llama-3-3-70b",
  "llama-3-405b": "llama-3-1-405b",
  "glm-4-5": "glm-4-7",
  "glm-4-6": "glm-4-7",
  "minimax-m2-5": "minimax-m2",
  "kimi-k2-5": "kimi-k2",
  "qwen3-coder-30b-a3b": "qwen3-30b-a3b",
  "gpt-oss": "gpt-oss-120b"
};

function longest(known: [string, string][], fits: (entry: [string, string]) => boolean): string | undefined {
  return known.filter(fits).sort(([a], [b]) => squash(b).length - squash(a).length)[0]?.[1];
}

function wordsIn(key: string, name: string): boolean {
  const has = new Set(words(name));
  return words(key).every((word) => has.has(word) || has.has(`${word}gb`));
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

function squash(text: string): string {
  return words(text).join("");
}
