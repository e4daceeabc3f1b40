import {areaY, barX, binX, cell, dot, lineY, plot, rectY, tickX} from "@observablehq/plot";

/**
 * The marks that charts of results use, imported by name: if one page imports a library whole, all pages load it whole.
 */
export const plotMarks = {areaY, barX, binX, cell, dot, lineY, plot, rectY, tickX};
