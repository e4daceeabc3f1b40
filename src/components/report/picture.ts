import {light} from "./style.js";

/** A self-contained picture of a chart as SVG, in CSS pixels. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
}

/** An entry of a chart's key. */
export interface KeyEntry {
  name: string;
  /** `#rrggbb` */
  color: string;
}

/** A chart as pictures without a style sheet, and the key to place above them as text. */
export function picturesOf(drawn: Element): {pictures: Picture[]; key: KeyEntry[]} {
  const swatches = [...drawn.querySelectorAll("[class*=swatch] > svg")];
  const all = drawn.tagName.toLowerCase() === "svg" ? [drawn] : [...drawn.querySelectorAll("svg")];
  const outer = all.filter((one) => !swatches.includes(one) && !one.parentElement?.closest("svg"));
  return {pictures: outer.map(pictureOf), key: swatches.map(entryOf)};
}

function entryOf(swatch: Element): KeyEntry {
  const fill = swatch.getAttribute("fill") ?? swatch.querySelector("[fill]")?.getAttribute("fill") ?? "";
  return {name: swatch.parentElement?.textContent.trim() ?? "", color: resolved(fill)};
}

function pictureOf(svg: Element): Picture {
  const [, , ...box] = (svg.getAttribute("viewBox") ?? "0 0 640 400").split(/[ ,]+/).map(Number);
  const [width = 640, height = 400] = box;
  const text = resolved(svg.outerHTML.replaceAll("&nbsp;", "\u00a0"));
  const [, attributes = "", inside = ""] = /^<svg([^>]*)>([^]*)$/.exec(text) ?? [];
  const kept = attributes.replace(/ (?:xmlns|font-family|width|height|style)="[^"]*"/g, "");
  return {svg: `<svg ${HEAD} width="${width}" height="${height}"${kept}>${withoutHalos(inside)}`, width, height};
}

/** Word processors paint a text's halo on top of it. */
function withoutHalos(svg: string): string {
  return svg.replace(/<[^>]*paint-order[^>]*>/g, (tag) => tag.replace(/ (?:stroke[\w-]*|paint-order)="[^"]*"/g, ""));
}

const HEAD = `xmlns="http://www.w3.org/2000/svg" font-family="Arial, Helvetica, sans-serif"`;

/** A text with colours spelt out, since a separate file has no CSS variables. */
function resolved(text: string): string {
  const named = text.replace(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g, (whole, name: string, other?: string) => {
    return light[name] ?? other ?? whole;
  });
  return named.replaceAll("currentColor", light["--theme-foreground"]!).replace(MIX, mixed);
}

/** A mixture of two colours, or of one with the background. */
const MIX = /color-mix\(in srgb, (#[\da-f]{6}) ([\d.]+)%, (#[\da-f]{6}|transparent)\)/gi;

function mixed(_: string, first: string, percent: string, second: string): string {
  const part = Number(percent) / 100;
  const [a, b] = [channels(first), channels(second === "transparent" ? "#ffffff" : second)];
  return `#${a.map((value, i) => hex(part * value + (1 - part) * b[i]!)).join("")}`;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}

function hex(value: number): string {
  return Math.round(value).toString(16).padStart(2, "0");
}

/** Paints pictures as PNG, for programs that cannot show SVG. */
export type Painter = (pictures: readonly Picture[]) => Promise<Uint8Array[]>;

/** Pixels of a PNG per CSS pixel: print needs a higher resolution. */
const SCALE = 2;

/** Paints in a browser. */
export const browserPainter: Painter = async (pictures) => {
  const painted: Uint8Array[] = [];
  for (const picture of pictures) painted.push(pngIn(await dataUrl(picture)));
  return painted;
};

/**
 * A picture as a `data:` address of a PNG. The function must be self-contained, because it also runs on its own in a
 * page.
 */
export async function dataUrl({svg, width, height}: Picture, scale = SCALE): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = scale * width;
  canvas.height = scale * height;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}

/** The bytes in a `data:` address. */
export function pngIn(url: string): Uint8Array {
  return Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (one) => one.charCodeAt(0));
}
