import {htmlText} from "../../lib/export/text/html.js";
import {picturesOf, type KeyEntry, type Picture} from "../report/picture.js";
import {light} from "../report/style.js";

interface Part {
  svg: string;
  height: number;
}

/** A chart as one self-contained picture: title, key, drawing and note. */
export function chartPicture(drawn: Element, title: string, note: string): Picture {
  const {pictures, key} = picturesOf(drawn);
  const width = Math.max(...pictures.map((one) => one.width));
  const parts = [wordsOf(title, width, 15, 700), keyOf(key, width), ...pictures, wordsOf(note, width, 11, 400)];
  const tops = parts.map((_, i) => parts.slice(0, i).reduce((sum, {height}) => sum + height, MARGIN));
  const height = parts.reduce((sum, part) => sum + part.height, 2 * MARGIN);
  const placed = parts.map(({svg}, i) => `<g transform="translate(${MARGIN},${tops[i]})">${svg}</g>`).join("");
  const all = {width: width + 2 * MARGIN, height};
  return {...all, svg: `<svg ${headOf(all)}><rect width="100%" height="100%" fill="#ffffff"/>${placed}</svg>\n`};
}

const MARGIN = 12;

function headOf({width, height}: {width: number; height: number}): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `xmlns="http://www.w3.org/2000/svg" font-family="Arial, Helvetica, sans-serif" ${size}`;
}

/** Words on as many lines as they need. */
function wordsOf(words: string, width: number, size: number, weight: number): Part {
  const lines = linesOf(words, width / (0.56 * size));
  const texts = lines.map((line, i) => text(line, 0, (i + 1) * 1.3 * size, size, weight));
  return {svg: texts.join(""), height: lines.length === 0 ? 0 : Math.ceil((lines.length + 0.7) * 1.3 * size)};
}

function linesOf(words: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter((one) => one !== "")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A coloured square for each entry, as many per line as fit. */
function keyOf(key: readonly KeyEntry[], width: number): Part {
  let [x, y] = [0, 0];
  const entries = key.map(({name, color}) => {
    const entryWidth = 26 + 6.5 * name.length;
    if (x > 0 && x + entryWidth > width) [x, y] = [0, y + LINE];
    const square = `<rect x="${x}" y="${y + 3}" width="12" height="12" fill="${htmlText(color)}"/>`;
    const entry = square + text(name, x + 17, y + 13, 12, 400);
    x += entryWidth;
    return entry;
  });
  return {svg: entries.join(""), height: key.length === 0 ? 0 : y + LINE + 6};
}

const LINE = 18;

function text(words: string, x: number, y: number, size: number, weight: number): string {
  const place = `x="${x}" y="${y}" font-size="${size}" font-weight="${weight}"`;
  return `<text ${place} fill="${light["--theme-foreground"]}">${htmlText(words)}</text>`;
}
