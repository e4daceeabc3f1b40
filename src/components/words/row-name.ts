/** A name for a row that has a key alone: `atlas-b200` is `Atlas (B200)`, `assistant-free` is `Assistant (free)`. */
export function rowName(key: string): string {
  const [first = "", ...rest] = key.split("-").map(wordOf);
  const name = first.charAt(0).toUpperCase() + first.slice(1);
  return rest.length === 0 ? name : `${name} (${rest.join(" ")})`;
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
