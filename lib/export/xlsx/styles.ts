import type {CellStyle} from "hucre/xlsx";

/** Without a font, each program would choose its own. */
const font = {name: "Calibri", size: 11};

/** Inputs are blue on yellow, values computed by algorithms grey. */
export const styles = {
  name: {font: {...font, bold: true}},
  unit: {font: {...font, italic: true, color: {rgb: "595959"}}},
  formula: {},
  input: {font: {...font, color: {rgb: "0000FF"}}, fill: solid("FFF2CC")},
  value: {fill: solid("D9D9D9")},
  label: {alignment: {vertical: "top"}},
  text: {alignment: {vertical: "top", wrapText: true}},
  link: {font: {...font, underline: true, color: {rgb: "0563C1"}}, alignment: {vertical: "top"}}
} satisfies Record<string, CellStyle>;

/** Styles for columns of numbers: thousands separators, and as many digits of small numbers as fit. */
export const ofNumbers = stylesWith({
  alignment: {horizontal: "right"},
  numFmt: "[>=1000]#,##0;[<=-1000]-#,##0;General"
});

/** Styles for columns of texts, indented away from a number to their left. */
export const ofTexts = stylesWith({alignment: {horizontal: "left", indent: 1}});

/** Shows all digits of a number. */
export const exact: CellStyle = {numFmt: "0.00000000000000E+00"};

export type ColumnStyles = Record<"name" | "unit" | "formula" | "input" | "value", CellStyle>;

function stylesWith(more: CellStyle): ColumnStyles {
  const {name, unit, formula, input, value} = styles;
  const all = (style: CellStyle): CellStyle => ({...style, ...more});
  return {name: all(name), unit: all(unit), formula: all(formula), input: all(input), value: all(value)};
}

function solid(rgb: string): CellStyle["fill"] & object {
  return {type: "pattern", pattern: "solid", fgColor: {rgb}};
}

/** As wide as the longest text, within bounds; in characters. */
export function widthOf(texts: readonly string[]): number {
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
  return Math.min(40, Math.max(11, longest + 3));
}
