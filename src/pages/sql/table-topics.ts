import {groupsOf, tableGroups, type TableGroup} from "../../components/sheet/table-groups.js";

/** The tables that are of no layer, by what they are about. */
const topics: readonly TableGroup[] = [
  {
    title: "The whole chain",
    tables: [
      "headline",
      "account",
      "flow",
      "ledger",
      "scenario",
      "scenario_bridge",
      "columns",
      "missing",
      "model_check"
    ]
  },
  {
    title: "Inputs and sources",
    tables: ["assumption", "source", "benchmark", "serving_stack", "kernel", "user_count", "market_shock"]
  },
  {
    title: "Uncertainty",
    tables: ["driver", "draw", "quantile", "swing", "sensitivity", "correlation", "sweep_summary"]
  },
  {
    title: "Market",
    tables: ["token_price", "token_price_history", "token_margin", "price_dispersion", "rental_level", "peer"]
  },
  {
    title: "Decisions",
    tables: [
      ...["advice", "advice_joint", "lever", "lever_move", "constraint", "shadow_price", "placement", "plan"],
      ...["plan_action", "plan_service", "plan_limit", "plan_money", "plan_frontier", "plan_scarcity"]
    ]
  },
  {
    title: "Checks",
    tables: [
      ...["cross_check", "backtest", "rental_history", "rental_fit", "rental_error", "user_fit", "measurement"],
      ...["serving_check", "serving_figure", "test_setup", "fitted_value", "simulator", "cause", "held_out"],
      ...["evidence", "accuracy"]
    ]
  },
  {
    title: "The 399x claim",
    tables: [
      ...["bridge", "readme_correction", "readme_total", "readme_parameter", "readme_datacenter", "readme_cluster"],
      ...["readme_provider", "readme_price", "readme_application", "readme_segment"]
    ]
  }
];

/** Some tables in groups: by layer, then by topic; those that no group names stand last. */
export function topicsOf(names: readonly string[]): TableGroup[] {
  const layers = tableGroups.map(({title}) => title);
  const known = groupsOf(names).filter(({title}) => layers.includes(title));
  const byTopic = topics.map((topic) => ({...topic, tables: topic.tables.filter((name) => names.includes(name))}));
  const all = [...known, ...byTopic];
  const others = names.filter((name) => !all.some(({tables}) => tables.includes(name)));
  return [...all, {title: "Others", tables: others}].filter(({tables}) => tables.length > 0);
}
