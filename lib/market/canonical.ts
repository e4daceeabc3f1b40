/** Prefixes of model names: regions, and developers followed by a full stop. */
const regions = "global regional us eu apac jp au".split(" ");
const developers = [
  ..."anthropic openai meta mistral amazon deepseek qwen google moonshotai moonshot".split(" "),
  ..."minimax zai nvidia ai21 cohere writer".split(" ")
];
const before = new RegExp(`^(?:(?:${regions.join("|")})[.-])?(?:(?:${developers.join("|")})\\.)?`);

/** Words that say how or where a model is sold, not which model it is. */
const selling = new Set(
  (
    "instruct turbo fp8 fp4 bf16 int4 awq nvfp4 latest it hf versatile instant preview meta reference tee nitro maas " +
    "free fast chat"
  ).split(" ")
);

/**
 * The common name of a model that each seller names differently: `accounts/fireworks/models/llama-v3p1-8b-instruct`,
 * `meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo` and `us.meta.llama3-1-8b-instruct-v1:0` are all `llama-3-1-8b`.
 * Releases with a four-digit date, such as `qwen3-235b-a22b-2507`, stay separate; words that only say how a model is
 * sold are dropped.
 */
export function canonical(name: string): string {
  const bare = name
    .toLowerCase()
    .split("/")
    .at(-1)!
    .replace(before, "")
    .replace(/-v\d+:\d+.*$/, "")
    .replace(/[:@].*$/, "");
  return bare
    .replace(/(\d)p(\d)/g, "$1-$2")
    .replace(/[._ ]/g, "-")
    .replace(/^(llama|gemma|mixtral)-?v?(\d)/, "$1-$2")
    .replace(/-20\d{2}-?\d{2}-?\d{2}/, "")
    .split("-")
    .filter((word) => word !== "" && !selling.has(word))
    .join("-");
}
