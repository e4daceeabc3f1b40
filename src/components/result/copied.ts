import type {Kept} from "./kept.js";

type Texts = readonly (readonly (string | null)[])[];

/** Rows separated by tabs and line breaks, for spreadsheets; tabs and line breaks in values become spaces. */
export function tsvText({columns}: Pick<Kept, "columns">, texts: Texts): string {
  const plain = (text: string | null): string => (text ?? "").replace(/[\t\r\n]+/g, " ");
  return lines(columns, texts)
    .map((line) => `${line.map(plain).join("\t")}\n`)
    .join("");
}

/** Rows as a Markdown table; NULL is empty. */
export function markdownText({columns}: Pick<Kept, "columns">, texts: Texts): string {
  const plain = (text: string | null): string => (text ?? "").replace(/\s+/g, " ").replace(/[\\|<`*_[\]]/g, "\\$&");
  const [head, ...rows] = lines(columns, texts).map((line) => `| ${line.map(plain).join(" | ")} |\n`);
  return [head, `|${columns.map(() => " --- |").join("")}\n`, ...rows].join("");
}

function lines(columns: Kept["columns"], texts: Texts): (string | null)[][] {
  const rows = Array.from({length: texts[0]?.length ?? 0}, (_, row) => texts.map((values) => values[row]!));
  return [columns.map(({name}) => name), ...rows];
}
