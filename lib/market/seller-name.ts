/** A seller of tokens for readers: `x-ai` becomes `xAI`, `huggingface_nebius` `Nebius on Hugging Face`. */
export function sellerName(seller: string): string {
  const [, behind] = /^huggingface_(.+)$/.exec(seller) ?? [];
  return behind === undefined ? (names[seller] ?? seller) : `${sellerName(behind)} on Hugging Face`;
}

const names: Readonly<Record<string, string>> = {
  anthropic: "Anthropic",
  arcee: "Arcee AI",
  avian: "Avian",
  aws: "AWS",
  azure: "Microsoft Azure",
  baseten: "Baseten",
  cerebras: "Cerebras",
  cloudflare: "Cloudflare",
  cohere: "Cohere",
  cursor: "Cursor",
  deepseek: "DeepSeek",
  doubleword: "Doubleword",
  fireworks: "Fireworks AI",
  "fireworks-ai": "Fireworks AI",
  "github-copilot": "GitHub Copilot",
  google: "Google",
  groq: "Groq",
  hyperbolic: "Hyperbolic",
  minimax: "MiniMax",
  mistral: "Mistral AI",
  modal: "Modal",
  moonshotai: "Moonshot AI",
  nebius: "Nebius",
  novita: "Novita AI",
  nscale: "Nscale",
  openai: "OpenAI",
  openrouter: "OpenRouter",
  ovhcloud: "OVHcloud",
  perplexity: "Perplexity",
  publicai: "Public AI",
  quicksilverpro: "QuickSilver Pro",
  sambanova: "SambaNova",
  together: "Together AI",
  typesafe: "Typesafe",
  voyageai: "Voyage AI",
  "x-ai": "xAI",
  zai: "Z.ai",
  zhipuai: "Zhipu AI"
};
