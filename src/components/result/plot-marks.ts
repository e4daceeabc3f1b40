import {areaY, barX, binX, cell, dot, lineY, plot, rectY, tickX} from "@observablehq/plot";

/** What charts of results are made of. Named one by one: of a library that is taken whole, every page loads the whole. */
export const plotMarks = {areaY, barX, binX, cell, dot, lineY, plot, rectY, tickX};
