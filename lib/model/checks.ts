import {keysOf, numberAt, SHARE, valueAt, type Run} from "../sheet/index.js";
import {accounts, ledger, type Entry} from "./ledger.js";
import {
  byMonth,
  cells,
  columnsIn,
  conserved,
  eachCell,
  months,
  relative,
  sum,
  total,
  work,
  type Violation
} from "./violation.js";

/** Something that must hold in every scenario and month, and the worst case that a run shows. */
export interface CheckResult {
  key: string;
  /** The sentence that must be true. */
  rule: string;
  /** The greatest violation found, relative unless the rule says otherwise. */
  worst: number;
  tolerance: number;
  passed: boolean;
  /** Where the greatest violation is; empty where there is none. */
  where: string;
}

/** Checks a run of the chain against the rules of accounting and of matter. */
export function check(run: Run): CheckResult[] {
  const entries = ledger(run);
  return rules.map(({key, rule, tolerance, violations}) => {
    const worst = violations(run, entries).reduce(greater, {where: "", by: 0});
    return {
      key,
      rule,
      worst: worst.by,
      tolerance,
      passed: worst.by <= tolerance,
      where: worst.by > 0 ? worst.where : ""
    };
  });
}

interface Rule {
  key: string;
  rule: string;
  tolerance: number;
  violations: (run: Run, entries: readonly Entry[]) => Violation[];
}

const rounding = 1e-9;

const rules: Rule[] = [
  {
    key: "ledger-balances",
    rule: "In every month, receipts equal payments across all sectors.",
    tolerance: rounding,
    violations: (_, entries) =>
      byMonth(accounts(entries), (records) => relative(sum(records, "inflow"), sum(records, "outflow")))
  },
  {
    key: "value-added",
    rule: "In every month, value added over all sectors is final spending: subscriptions and investment.",
    tolerance: rounding,
    violations: (run, entries) =>
      byMonth(accounts(entries), (records, month) =>
        relative(sum(records, "value_added"), numberAt(run, "economy.final_spending", 0, month))
      )
  },
  {
    key: "profits",
    rule: "The profit of neoclouds, providers and applications in the ledger is that of their own tables.",
    tolerance: rounding,
    violations: (run, entries) =>
      accounts(entries).flatMap(({month, sector, profit, inflow}) => {
        const table = {Neoclouds: "neocloud", Providers: "provider", Applications: "application"}[sector as string];
        return table
          ? [{where: `${sector}@${month}`, by: Math.abs(profit - total(run, `${table}.profit`, month)) / inflow}]
          : [];
      })
  },
  {
    key: "no-empty-payment",
    rule: "Every payment is a known amount of at least 0 USD.",
    tolerance: 0,
    violations: (_, entries) =>
      entries.map(({payer, good, month, amount}) => ({where: `${payer}: ${good}@${month}`, by: amount >= 0 ? 0 : 1}))
  },
  {
    key: "capacity",
    rule: "No cluster sells more GPU-hours than it has.",
    tolerance: rounding,
    violations: (run) => cells(run, "cluster", (at) => at("sold_hours") / at("allocatable_hours") - 1)
  },
  {
    key: "tokens",
    rule: "The tokens that applications buy of a deployment are the tokens that it serves.",
    tolerance: rounding,
    violations: (run) => cells(run, "deployment", (at) => relative(at("sold_tokens"), at("served_tokens")))
  },
  {
    key: "hours",
    rule: "The work that providers rent is the work that neoclouds sell, wherever it is done.",
    tolerance: rounding,
    violations: (run) =>
      months(run).map((month) => ({
        where: `@${month}`,
        by: relative(work(run, "rented_hours", month), work(run, "sold_hours", month))
      }))
  },
  {
    key: "moved-work",
    rule: "Requests moved out of some clusters equal requests moved into others, in GPU time and in rent.",
    tolerance: rounding,
    violations: (run) =>
      months(run).flatMap((month) => [
        {where: `work@${month}`, by: relative(work(run, "imported_hours", month), work(run, "exported_hours", month))},
        {
          where: `rent@${month}`,
          by: relative(total(run, "deployment.imported_rent", month), total(run, "trade.rent", month))
        }
      ])
  },
  {
    key: "one-price",
    rule:
      "An hour of a given accelerator has one on-demand price, whichever accelerators the cluster held before, and a " +
      "used one has one price.",
    tolerance: rounding,
    violations: (run) => (["hour_price", "used_price"] as const).flatMap((column) => differing(run, column))
  },
  {
    key: "peak",
    rule: "No software reaches more of an accelerator's peak or bandwidth than can be reached.",
    tolerance: rounding,
    violations: (run) =>
      cells(run, "deployment", (at) =>
        Math.max(
          at("compute_reached") - Math.max(at("compute_share"), numberAt(run, "parameter.compute_ceiling", 0, 0)),
          at("bandwidth_reached") - Math.max(at("bandwidth_share"), numberAt(run, "parameter.bandwidth_ceiling", 0, 0)),
          at("compute_reached") - 1,
          at("bandwidth_reached") - 1
        )
      )
  },
  {
    key: "contracts",
    rule: "The price of contracts in force lies between those at which they can have been signed.",
    tolerance: rounding,
    violations: (run) =>
      keysOf(run, "contract").flatMap((key, row) => {
        const at = (column: string, month: number) => numberAt(run, `contract.${column}`, row, month);
        const signed = months(run).map((month) => at("new_index", month));
        const range = [at("start_index", 0), ...signed];
        return months(run).map((month) => ({
          where: `contract[${key}].price_index@${month}`,
          by: Math.max(
            at("price_index", month) / Math.max(...range.slice(0, month + 1)) - 1,
            1 - at("price_index", month) / Math.min(...range.slice(0, month + 1))
          )
        }));
      })
  },
  {
    key: "use",
    rule: "No user makes more requests than can be used, and no budget is overdrawn.",
    tolerance: rounding,
    violations: (run) =>
      cells(run, "segment", (at) =>
        Math.max(
          at("requests") / (at("users") * at("requests_per_user") * at("use_ceiling")) - 1,
          at("metered_share") > 0 ? at("metered_bill") / at("bill_budget") - 1 : 0
        )
      )
  },
  {
    key: "start",
    rule: "Nothing moves in the first month: rents, token prices and premiums stand at the initial.",
    tolerance: rounding,
    violations: (run) =>
      indices.flatMap((id) =>
        keysOf(run, id.split(".")[0]!).map((key, row) => {
          const start = id === "segment.price_index" ? numberAt(run, "segment.repricing", row, 0) : 1;
          return {where: `${id}[${key}]@0`, by: Math.abs(numberAt(run, id, row, 0) - start)};
        })
      )
  },
  {
    key: "energy",
    rule: "Energy from the grid is energy of the servers times PUE.",
    tolerance: rounding,
    violations: (run) => cells(run, "cluster", (at) => relative(at("grid_energy"), at("it_energy") * at("pue")))
  },
  {
    key: "routing",
    rule: "The shares of a segment's requests add up to 1.",
    tolerance: rounding,
    violations: (run) =>
      keysOf(run, "segment").map((key, row) => {
        const shares = keysOf(run, "routing").map((_, i) =>
          valueAt(run, "routing.segment", i, 0) === key ? numberAt(run, "routing.share", i, 0) : 0
        );
        return {where: `segment[${keysOf(run, "segment")[row]}]`, by: Math.abs(shares.reduce((a, b) => a + b, 0) - 1)};
      })
  },
  {
    key: "shares",
    rule: "Every share lies between 0 and 1.",
    tolerance: rounding,
    violations: (run) => columnsIn(run, SHARE, (value) => Math.max(-value, value - 1))
  },
  {
    key: "stocks",
    rule: "No stock is negative: accelerators, users, hardware, buildings.",
    tolerance: 0,
    violations: (run) => stocks.flatMap((id) => eachCell(run, id, (value) => -value))
  },
  {
    key: "pipeline",
    rule: "Accelerators ordered are delivered or still on order: nothing is lost on the way.",
    tolerance: rounding,
    violations: (run) => conserved(run, "fleet", "pipeline", ["ordered", "delivered"])
  },
  {
    key: "vintages",
    rule: "Accelerators installed are those at the outset and those delivered, less those retired.",
    tolerance: rounding,
    violations: (run) => conserved(run, "fleet", "gpus", ["delivered", "retired"])
  },
  {
    key: "resale",
    rule: "Accelerators retired are sold or scrapped, and no more are sold than buyers take.",
    tolerance: rounding,
    violations: (run) => [
      ...cells(run, "fleet", (at) => relative(at("resold") + at("scrapped"), at("retired"))),
      ...months(run).map((month) => {
        const most = numberAt(run, "parameter.used_demand", 0, month) * total(run, "fleet.gpus", month);
        return {where: `fleet.resold@${month}`, by: total(run, "fleet.resold", month) / (most / 12) - 1};
      })
    ]
  },
  {
    key: "rationing",
    rule:
      "Beyond the core of demand, no request is served while one that brings in more per GPU-hour is unmet; the " +
      "same holds within the core.",
    tolerance: rounding,
    violations: (run) =>
      cells(run, "rival", (at, through) => {
        const served = (side: string) => through("fill", side) * through("demanded_hours", side);
        const scale = through("available_hours", "routing");
        const beyond = Math.max(0, served("routing") - through("core_hours", "routing"));
        const refused = through("demanded_hours", "rival") - served("rival");
        const coreRefused = Math.max(0, through("core_hours", "rival") - served("rival"));
        const core = Math.min(served("routing"), through("core_hours", "routing"));
        return at("ahead") === 1 ? Math.max(Math.min(beyond, refused), Math.min(core, coreRefused)) / scale : 0;
      })
  },
  {
    key: "books",
    rule: "In every company's books, assets are liabilities and equity.",
    tolerance: rounding,
    violations: (run) =>
      companies(run, (at) => {
        const assets = at("assets");
        const liabilities = at("liabilities");
        const size = Math.max(assets, liabilities, Math.abs(at("contributed")), Math.abs(at("retained")));
        return Math.abs(assets - liabilities - at("equity")) / (size || 1);
      })
  },
  {
    key: "cash",
    rule: "Every company's cash is at least 0 at the end of a month, and changes by its cash flow.",
    tolerance: rounding,
    violations: (run) =>
      companies(run, (at) => {
        const flows = at("cash_flow_before_owners") + at("owners_money") - at("paid_out");
        const turnover = Math.abs(at("cash_flow_before_owners")) + at("cash") + at("last_cash");
        return Math.max(-at("cash"), Math.abs(at("cash") - at("last_cash") - flows)) / (turnover || 1);
      })
  },
  {
    key: "equity",
    rule: "No company owes more than it has: owners pay in, as long as it is kept.",
    tolerance: rounding,
    violations: (run) => companies(run, (at) => -at("equity") / (Math.abs(at("assets")) || 1))
  },
  {
    key: "claims",
    rule: "Payables of providers and applications equal the receivables of neoclouds and providers.",
    tolerance: rounding,
    violations: (run) =>
      (
        [
          ["provider_statement.payables", "neocloud_statement.receivables"],
          ["application_statement.payables", "provider_statement.receivables"]
        ] as const
      ).flatMap(([bills, claims]) =>
        months(run).map((month) => ({
          where: `${bills}@${month}`,
          by: relative(total(run, bills, month), total(run, claims, month))
        }))
      )
  },
  {
    key: "loans",
    rule: "No neocloud owes less than nothing, and no book value is negative.",
    tolerance: rounding,
    violations: (run) =>
      cells(run, "tranche", (at) => -Math.min(at("debt"), at("book_value")) / Math.max(1, at("bought")))
  },
  {
    key: "used-sales",
    rule: "Neoclouds' books and the ledger have the same sales of used accelerators in every month.",
    tolerance: rounding,
    violations: (run) =>
      months(run).map((month) => ({
        where: `neocloud_statement.disposals@${month}`,
        by: relative(total(run, "neocloud_statement.disposals", month), total(run, "fleet.resale", month))
      }))
  },
  {
    key: "price-floor",
    rule: "No GPU-hour that was initially worth selling is sold below its avoidable cost.",
    tolerance: rounding,
    violations: (run) =>
      cells(
        run,
        "cluster",
        (at) => 1 - at("on_demand_price") / Math.min(at("start_on_demand_price"), at("avoidable_cost"))
      )
  },
  {
    key: "payers",
    rule: "No segment has more paying users than users.",
    tolerance: rounding,
    violations: (run) => cells(run, "segment", (at) => at("payers") / at("users") - 1)
  }
];

/** Prices relative to the start's. */
const indices = [
  "market.spot_index",
  "market.memory_scarcity",
  "market.chip_premium",
  "tier.premium",
  "tier.price_index",
  "segment.price_index",
  "cluster.power_premium"
];

const stocks = [
  "cluster.gpus",
  "cluster.hardware",
  "cluster.building",
  "fleet.in_making",
  "fleet.in_building",
  "fleet.in_fitting",
  "fleet.young",
  "fleet.old",
  "segment.users",
  "segment.payers",
  "market.moved_work"
];

/** How far a price of accelerators of one kind differs between the clusters that hold them, month by month. */
function differing(run: Run, column: "hour_price" | "used_price"): Violation[] {
  return months(run).flatMap((month) => {
    const seen = new Map<string, number>();
    return keysOf(run, "fleet").map((key, row) => {
      const kind = valueAt(run, "fleet.accelerator", row, month) as string;
      const price = numberAt(run, `fleet.${column}`, row, month);
      const generation = `${kind} ${numberAt(run, "fleet.order", row, month)}`;
      const first = seen.get(generation) ?? price;
      seen.set(generation, first);
      return {where: `fleet[${key}].${column}@${month}`, by: relative(price, first)};
    });
  });
}

/** A violation in the books of each company of each kind, month by month. */
function companies(run: Run, violation: (at: (column: string) => number) => number): Violation[] {
  return ["neocloud", "provider", "application"].flatMap((kind) => cells(run, `${kind}_statement`, violation));
}

function greater(worst: Violation, next: Violation): Violation {
  return next.by > worst.by || Number.isNaN(next.by)
    ? {...next, by: Number.isNaN(next.by) ? Infinity : next.by}
    : worst;
}
