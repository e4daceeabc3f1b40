import {bridge, fan, inspector, sankey, sheet, tables} from "./token-factory.js";

const cost = "economy.cost_per_token@59";
const input = sheet({
  tables: {cluster: ["accelerator", "extra_count", "levelised_cost"], region: true},
  levers: ["parameter.cost_of_capital", "region[texas].power_price"]
});
const results = document.createElement("section");
const width = Math.min(640, innerWidth - 32);

async function show() {
  const run = input.value;
  results.replaceChildren(
    fan(run, "economy.cost_per_token", {width}),
    bridge(run, cost),
    sankey(run, {width}),
    inspector(run, cost)
  );
  const [dearest] = await tables(run, {duckdb: "duckdb/"}).sql`
    SELECT key FROM cluster ORDER BY levelised_cost DESC LIMIT 1`;
  document.querySelector("output").textContent = dearest.key;
}

input.addEventListener("input", show);
document.querySelector("main").append(input, results);
show();
