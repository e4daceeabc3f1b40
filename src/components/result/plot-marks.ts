import {areaY, barX, binX, cell, dot, lineY, plot, rectY, tickX} from "@observablehq/plot";

/** What charts of results are made of, named one by one: if a page takes a library whole, all pages load the whole. */
export const plotMarks = {areaY, barX, binX, cell, dot, lineY, plot, rectY, tickX};
