import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {layers} from "../../src/components/words/layer.js";

const css = readFileSync(new URL("../../src/styles/layers.css", import.meta.url), "utf8");

describe.each([
  {scheme: "light", place: 1, backgrounds: ["#ffffff", "#f6f6f6"]},
  {scheme: "dark", place: 2, backgrounds: ["#161616", "#1e1e1e"]}
])("in the $scheme theme", ({place, backgrounds}) => {
  test.each(layers)("the colour of %s can be read as text", (layer) => {
    const colour = new RegExp(`--layer-${layer}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)?.[place] ?? "";
    for (const background of backgrounds) expect(contrast(colour, background)).toBeGreaterThanOrEqual(4.5);
  });
});

/** The contrast ratio of WCAG 2. */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
    linear(parseInt(hex.slice(start, start + 2), 16) / 255)
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
