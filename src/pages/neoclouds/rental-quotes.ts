import {contractName, sellersName} from "../../components/words/row-name.js";
import * as Plot from "@observablehq/plot";
import {amount} from "../../components/words/format.js";
import {layerColor} from "../../components/words/layer.js";
import {dateIn, numberIn, textIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";

/** Published prices of a GPU-hour by date, a panel for every kind of contract: these are different goods. */
export function rentalQuotes(quotes: readonly RowOf<"rental_quote">[], {width}: {width: number}) {
  const narrow = width < 520;
  const contracts = [...new Set(quotes.map((row) => textIn(row, "contract")))].sort();
  const panels = contracts.map((contract) => ({contract}));
  return Plot.plot({
    width,
    height: 44 + contracts.length * 110,
    marginTop: 24,
    marginLeft: 40,
    marginRight: narrow ? 12 : 120,
    fy: {axis: null, domain: contracts, padding: 0.2},
    x: {type: "utc", label: null, ticks: narrow ? 3 : 8, grid: true},
    y: {label: null, ticks: 3, grid: true, zero: true},
    symbol: {legend: true, tickFormat: sellersName},
    marks: [
      Plot.ruleY([0]),
      Plot.dot(quotes, {
        fy: "contract",
        x: "quoted",
        y: "price",
        symbol: "seller",
        stroke: layerColor("neocloud"),
        fill: layerColor("neocloud"),
        fillOpacity: 0.35,
        r: 4.5
      }),
      Plot.text(panels, {
        fy: "contract",
        frameAnchor: "top-left",
        dx: 4,
        dy: -14,
        text: ({contract}: {contract: string}) => contractName(contract),
        fontWeight: 600,
        fontSize: 12
      }),
      Plot.tip(quotes, Plot.pointer({fy: "contract", x: "quoted", y: "price", title: titleOf}))
    ]
  });
}

function titleOf(row: RowOf<"rental_quote">): string {
  const date = dateIn(row, "quoted").toISOString().slice(0, 10);
  const price = amount(numberIn(row, "price"), "USD/GPU-hour");
  return `${date}, ${contractName(textIn(row, "contract"))}, ${sellersName(textIn(row, "seller"))}\n${price}`;
}
