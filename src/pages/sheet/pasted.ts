import {tsvParseRows} from "d3";

/**
 * The rows of a copied range; numbers as a spreadsheet shows them, `1,000` and `12%`, become as they are typed here.
 */
export function pasted(text: string): string[][] {
  return tsvParseRows(text.replace(/\r?\n$/, "")).map((row) => row.map(plain));
}

function plain(text: string): string {
  const value = text.trim();
  const bare = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?%?$/.test(value) ? value.replaceAll(",", "") : value;
  return /^[-+]?[\d.]+\s?%$/.test(bare) ? String(Number((parseFloat(bare) / 100).toPrecision(12))) : bare;
}
