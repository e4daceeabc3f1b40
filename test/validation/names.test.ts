import {describe, expect, it} from "vitest";
import {acceleratorNamed} from "../../lib/validation/accelerator-name.js";
import {modelNamed} from "../../lib/validation/model-name.js";
import {assumptions} from "./serving.js";

const gpu = (name: string) => acceleratorNamed(name, assumptions.accelerator!);
const model = (name: string) => modelNamed(name, assumptions.language_model!);

describe("the name of an accelerator", () => {
  it.each([
    ["H100", "h100"],
    ["H100-SXM-80GB", "h100"],
    ["NVIDIA H100 80GB HBM3", "h100"],
    ["NVIDIA-H100-80GB-HBM3", "h100"],
    ["H100-PCIe-80GB", "h100-pcie"],
    ["H100-NVL-94GB", "h100-nvl"],
    ["H200-NVL-141GB", "h200-nvl"],
    ["H200-SXM-141GB-CTS", "h200"],
    ["NVIDIA A100-SXM4-80GB", "a100"],
    ["A100-SXM4-40GB", "a100-40gb"],
    ["MI350P 144GB HBM3e", "mi350p"],
    ["Tesla V100-SXM2-32GB", "v100"],
    ["NVIDIA B200 192GB", "b200"],
    ["GB200 (NVL72, 192GB)", "gb200"],
    ["GH200 Grace Hopper Superchip 144GB", "gh200-144"],
    ["GH200 Grace Hopper Superchip 96GB", "gh200-96"],
    ["AMD MI300X-NPS1-SPX-192GB-750W", "mi300x"],
    ["MI 355X 288 GB HBM3e", "mi355x"],
    ["NVIDIA L40S PCIe 48GB", "l40s"],
    ["RTX PRO 6000 Blackwell Server Edition", "rtx-pro-6000"],
    ["TPU v7 (Ironwood, one chip)", "tpu-v7"],
    ["Gaudi 3 OAM", "gaudi3"]
  ])("%s is %s", (name, key) => expect(gpu(name)).toEqual({key, assumed: []}));
  it.each([
    ["GH200", "gh200-96", ["the accelerator gh200-96"]],
    ["B300-SXM-270GB", "b300", ["288 GB of memory, not 270"]]
  ])("%s is %s, and says what was taken", (name, key, assumed) => expect(gpu(name)).toEqual({key, assumed}));
  it.each([
    ["A100 64 GB", "a100 has 80 GB of memory, not 64"],
    ["NVIDIA A100-PCIE-80GB", '"pcie" is not understood beside a100'],
    ["Tesla V100-SXM2-16GB", "v100 has 32 GB of memory, not 16"],
    ["NVIDIA H100 80GB HBM3 MIG 1g.10gb", '"mig 1g" is not understood beside h100'],
    ["H100 1g.10gb", '"1g" is not understood beside h100'],
    ["NVIDIA H20-3e 141GB", '"3e" is not understood beside h20'],
    ["H20 141GB", "h20 has 96 GB of memory, not 141"],
    ["MI300X 650W", '"650w" is not the power of mi300x, which is 750 W'],
    ["MI300X CPX NPS4", '"cpx nps4" is not understood beside mi300x'],
    ["RTX PRO 6000 Blackwell Max-Q", '"max q" is not understood beside rtx-pro-6000'],
    ["H200 Blackwell", '"blackwell" is not understood beside h200'],
    ...["NVIDIA L40", "GB10", "NVIDIA RTX 6000 Ada", "Cerebras WSE-3", "B2000", "H1000"].map((name) => [name, ""])
  ])("%s is none: %s", (name, problem) => expect(gpu(name)).toMatchObject({problem}));
});

describe("the name of a model", () => {
  it.each([
    ["llama2-70b", "llama-2-70b"],
    ["meta-llama/Llama-3.1-8B-Instruct", "llama-3-1-8b"],
    ["Meta-Llama-3.1-405B-Instruct", "llama-3-1-405b"],
    ["mistralai/Mixtral-8x7B-Instruct-v0.1", "mixtral-8x7b"],
    ["gpt-oss:120b", "gpt-oss-120b"],
    ["deepseek-ai/DeepSeek-V3-0324", "deepseek-v3"],
    ["Qwen/Qwen3-235B-A22B-Thinking-2507", "qwen3-235b-a22b"],
    ["moonshotai/Kimi-K2-Instruct-0905", "kimi-k2"],
    ["google/gemma-3-27b-it", "gemma-3-27b"],
    ["zai-org/GLM-4.7", "glm-4-7"],
    ["Qwen/Qwen3-Coder-480B-A35B-Instruct", "qwen3-coder-480b-a35b"],
    ["deepseek-ai/DeepSeek-V4-Pro", "deepseek-v4-pro"],
    ["meta.llama3-3-70b-instruct-v1:0", "llama-3-3-70b"]
  ])("%s is %s", (name, key) => expect(model(name)).toEqual({key, assumed: []}));
  it.each([
    ["deepseek-r1", "deepseek-v3"],
    ["DeepSeek-V3.2-Exp", "deepseek-v3-2"],
    ["DeepSeek-R1-0528", "deepseek-v3"],
    ["deepseek-r1:671b", "deepseek-v3"],
    ["deepseek-ai/DeepSeek-R1-Distill-Llama-70B", "llama-3-3-70b"],
    ["deepseek-ai/DeepSeek-R1-Distill-Llama-8B", "llama-3-1-8b"],
    ["meta-llama/Llama-3.1-70B-Instruct", "llama-3-3-70b"],
    ["Llama-4-Maverick-17B-128E-Instruct", "llama-4-maverick"],
    ["MiniMaxAI/MiniMax-M2.5", "minimax-m2"]
  ])("%s has the shape of %s, which is said", (name, key) =>
    expect(model(name)).toEqual({key, assumed: [`the shape of ${key}`]})
  );
  it.each([
    ["nvidia/DeepSeek-R1-0528-NVFP4-v2", 0.5625],
    ["RedHatAI/Meta-Llama-3.1-8B-Instruct-quantized.w4a16", 0.5625],
    ["amd/Llama-3.1-405B-Instruct-FP8-KV", 1],
    ["llama3.1:8b-instruct-q4_K_M", 0.611],
    ["Llama-3.3-70B-Instruct-AWQ-INT4", 0.5625]
  ])("%s says the bytes of a weight, %d", (name, size) => expect(model(name)).toMatchObject({format: {bytes: size}}));
  it.each([
    ["DeepSeek-R1-Distill-Qwen-7B", '"distill qwen 7b" is not understood beside deepseek-v3'],
    ["deepseek-r1:70b", '"70b" is not a size of deepseek-v3, which has 671 billion parameters'],
    ["DeepSeek-V3.3", '"3" is not understood beside deepseek-v3'],
    ["DeepSeek-R1-0528-Qwen3-8B", '"qwen3 8b" is not understood beside deepseek-v3'],
    ["zai-org/GLM-4.5-Air", '"air" is not understood beside glm-4-7'],
    ["zai-org/GLM-4.7-Flash", '"flash" is not understood beside glm-4-7'],
    ["Qwen3-VL-235B-A22B", ""],
    ["Qwen3-30B-A3B-VL", '"vl" is not understood beside qwen3-30b-a3b'],
    ["Llama-3.1-Nemotron-70B-Instruct", ""],
    ["Mixtral-8x22B", ""],
    ["gpt-oss", ""],
    ["nobody-9b", ""]
  ])("%s is none: %s", (name, problem) => expect(model(name)).toMatchObject({problem}));
});
