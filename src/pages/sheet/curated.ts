import type {Option} from "../../components/form/controls.js";

/** What a kind of reader asks about first: what can be decided, and what is believed. */
export interface Curated {
  levers: readonly string[];
  beliefs: readonly string[];
}

export type Audience = keyof typeof curated;

/** Cells by kind of reader, the most telling first. */
export const curated = {
  investor: {
    levers: [
      "cluster[atlas-b200].extra_count",
      "cluster[atlas-b200].contract_share",
      "contract[atlas-three-year].share",
      "cluster[atlas-b200].accelerator",
      "parameter.debt_share",
      "parameter.accelerator_life"
    ],
    beliefs: [
      "parameter.cost_of_capital",
      "parameter.rental_elasticity",
      "parameter.reversion",
      "parameter.ageing",
      "tenor[three-year].discount",
      "parameter.hardware_price_trend",
      "parameter.accelerator_residual",
      "accelerator[b200].unit_price",
      "parameter.hurdle",
      "parameter.order_response"
    ]
  },
  planner: {
    levers: [
      "facility[ashburn].pue",
      "facility[ashburn].region",
      "facility[ashburn].tenure",
      "cluster[atlas-b200].facility",
      "cluster[atlas-b200].orchestrator",
      "parameter.peak_to_average"
    ],
    beliefs: [
      "region[virginia].power_price",
      "region[virginia].carbon_intensity",
      "parameter.power_growth",
      "parameter.power_elasticity",
      "parameter.on_time_share",
      "parameter.power_wait",
      "parameter.permit_wait",
      "parameter.memory_supply_growth",
      "parameter.memory_rise",
      "facility[ashburn].construction_cost"
    ]
  },
  researcher: {
    levers: [
      "segment[coder-team].plan_price",
      "segment[coder-team].metered_share",
      "segment[assistant-plus].plan_price",
      "segment[assistant-free].cached_share",
      "parameter.token_budget"
    ],
    beliefs: [
      "segment[coder-team].potential",
      "segment[coder-team].adoption_rate",
      "segment[coder-team].requests_per_user",
      "segment[coder-team].use_ceiling",
      "segment[coder-team].churn",
      "parameter.bill_ceiling",
      "parameter.token_elasticity",
      "parameter.usage_growth",
      "parameter.conversion_elasticity",
      "tier[light].entry_rate",
      "parameter.list_discount"
    ]
  },
  scholar: {
    levers: ["parameter.wage_growth", "parameter.peak_to_average"],
    beliefs: [
      "parameter.realised_share",
      "parameter.study_transfer",
      "segment[coder-team].use_exponent",
      "task[coding].assisted_hours",
      "task[general].assisted_hours",
      "parameter.willingness_to_accept",
      "parameter.kernel_learning",
      "parameter.speculation_ceiling",
      "parameter.model_gain",
      "tier[standard].trade_up",
      "parameter.cost_of_capital"
    ]
  }
} as const satisfies Record<string, Curated>;

/** The kinds of reader. */
export const audiences: readonly Option<Audience>[] = [
  {value: "investor", title: "Investor"},
  {value: "planner", title: "Planner"},
  {value: "researcher", title: "Analyst"},
  {value: "scholar", title: "Economist"}
];
