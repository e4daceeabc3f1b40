import {capital} from "./count.js";

/**
 * A name for a row that has only a key: `atlas-b200` becomes `Atlas (B200)`, `assistant-free` becomes `Assistant
 * (free)`.
 */
export function rowName(key: string): string {
  const [first = "", ...rest] = key.split("-").map(wordOf);
  return rest.length === 0 ? capital(first) : `${capital(first)} (${rest.join(" ")})`;
}

/** A contract's name for readers: `reserved-1-year` becomes `reserved 1 year`; `on-demand` keeps its hyphen. */
export function contractName(contract: string): string {
  return contract === "on-demand" ? contract : contract.replaceAll("-", " ");
}

/** A class of sellers for readers: `neocloud` becomes `neoclouds`. */
export function sellersName(seller: string): string {
  return sellers[seller] ?? `${seller}s`;
}

function wordOf(word: string): string {
  return names[word] ?? (/\d/.test(word) ? word.toUpperCase() : word);
}

const names: Readonly<Record<string, string>> = {
  deepseek: "DeepSeek",
  glm: "GLM",
  kimi: "Kimi",
  llama: "Llama",
  oss: "OSS",
  qwen3: "Qwen3",
  selfservice: "self-service"
};

const sellers: Readonly<Record<string, string>> = {
  all: "all except cost models",
  index: "indices",
  "tco-model": "cost models"
};
