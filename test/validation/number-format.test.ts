import {describe, expect, it} from "vitest";
import {statedFormat} from "../../lib/validation/number-format.js";

const bytes = (text: string): number | string | undefined => {
  const stated = statedFormat(text);
  return "problem" in stated ? stated.problem.split(";")[0] : stated.format?.bytes;
};

describe("statedFormat(text)", () => {
  it.each(["BF16", "bfloat16", "FP16", "float16", "half", "16-bit", "W16A16"])("%s is 2 bytes", (text) =>
    expect(bytes(text)).toBe(2)
  );
  it.each([
    "FP8",
    "fp8_e4m3",
    "fp8-e5m2",
    "float8_e4m3fn",
    "MXFP8",
    "INT8",
    "W8A8",
    "8bit",
    "GPTQ-Int8",
    "FP8 dynamic"
  ])("%s is 1 byte", (text) => expect(bytes(text)).toBe(1));
  it.each(["FP4", "NVFP4", "MXFP4", "INT4", "W4A16", "AWQ g128", "AWQ", "GPTQ", "AWQ-INT4", "4-bit"])(
    "%s is 4.5 bits, its scales counted in",
    (text) => expect(bytes(text)).toBe(0.5625)
  );
  it("of GGUF is as large as its files", () =>
    expect(["Q4_0", "q4_k_m", "Q8_0"].map(bytes)).toEqual([0.5625, 0.611, 1.0625]));
  it.each([
    "NVFP4 experts, FP8 attention",
    "FP8 attention, NVFP4 experts",
    "NVFP4 (MoE), FP8 attention",
    "attention: FP8; experts: NVFP4",
    "FP8 attention and FP4"
  ])("%s is the experts' format", (text) => expect(bytes(text)).toBe(0.5625));
  it.each(["auto", "native", "none"])("%s is that of the model", (text) => expect(bytes(text)).toBeUndefined());
  it.each([
    ["FP8/FP4", 'says FP8 and FP4: say which part has which, as "NVFP4 experts, FP8 attention"'],
    ["FP32", "32 bits is not modelled"],
    ["TF32", "32 bits is not modelled"],
    ["FP6", '"fp6" is not understood'],
    ["FP8 sparse", '"sparse" is not understood'],
    ["FP80", '"fp80" is not understood'],
    ["FP8 attention", "say the format of the experts or of all weights"],
    ["", "formats: BF16, FP16, FP8, INT8, FP4, NVFP4, MXFP4, INT4, W4A16, AWQ, GPTQ, Q4_K_M"]
  ])("%j is none: %s", (text, problem) => expect(bytes(text)).toBe(problem));
  it("of a cache is one, wherever it is said", () =>
    expect(statedFormat("BF16 (core MLA in BF16)", true)).toMatchObject({format: {bytes: 2}}));
});
