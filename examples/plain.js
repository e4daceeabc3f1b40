import {bridge, fan, inspector, sankey, sheet, value} from "./token-factory.js";

const cost = "economy.cost_per_token@59";
const width = Math.min(640, innerWidth - 32);
const results = document.createElement("section");
const input = sheet({
  tables: {cluster: ["accelerator", "extra_count", "levelised_cost"], region: true},
  levers: ["parameter.cost_of_capital", "region[texas].power_price"]
});

function show() {
  const run = input.value;
  document.querySelector("output").textContent = value(run, cost).toPrecision(4);
  results.replaceChildren(
    fan(run, "economy.cost_per_token", {width}),
    bridge(run, cost),
    sankey(run, {width}),
    inspector(run, cost)
  );
}

input.addEventListener("input", show);
input.addEventListener("cell", ({detail}) => results.lastChild.show(`${detail.address}@${detail.month}`));
document.querySelector("main").append(input, results);
show();
