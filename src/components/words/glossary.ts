/** A technical term: its name, the forms in which pages use it, and one sentence with its unit. */
export interface Term {
  term: string;
  forms: readonly string[];
  meaning: string;
}

/** The terms that pages link to at first use, in alphabetical order. */
export const glossary: readonly Term[] = [
  {
    term: "Accelerator",
    forms: ["accelerator", "accelerators"],
    meaning:
      "A processor built for AI, here a GPU, TPU or similar, counted one by one as sold (a package for some " +
      "future parts)."
  },
  {
    term: "Additional output",
    forms: ["additional output"],
    meaning: "Saved hours that become work, valued at hourly labour cost (USD a month); it is not company revenue."
  },
  {
    term: "Assumption",
    forms: ["assumption", "assumptions"],
    meaning: "An input with a unit, a source or a stated judgement and, where uncertain, a range."
  },
  {
    term: "Available GPU-hours",
    forms: ["available GPU-hours"],
    meaning: "Accelerator-hours that can be sold after repairs, drains and orchestration limits (GPU-hours a month)."
  },
  {
    term: "Avoidable cost",
    forms: ["avoidable cost"],
    meaning: "The cost saved by not selling a GPU-hour, here electricity above idle power (USD/GPU-hour)."
  },
  {
    term: "Base scenario",
    forms: ["base scenario"],
    meaning:
      "The scenario from which another inherits every input that it does not change (the key parent in its file)."
  },
  {
    term: "Batch size",
    forms: ["batch size", "batching"],
    meaning: "The number of requests an accelerator or replica processes at the same time."
  },
  {
    term: "Binding constraint",
    forms: ["binding constraint", "binding constraints"],
    meaning: "A limit that a plan or market has reached, so that relaxing it would change the result."
  },
  {
    term: "Break-even",
    forms: ["break-even"],
    meaning: "The price (% of the price path) or utilisation (%) at which the NPV of equity is zero."
  },
  {
    term: "Cached token",
    forms: ["cached input", "cached tokens"],
    meaning: "An input token whose intermediate results are read from the prefix cache instead of being recomputed."
  },
  {
    term: "Central case",
    forms: ["central case"],
    meaning: "The run in which every assumption takes its central value; it need not be the median of the draws."
  },
  {
    term: "Churn",
    forms: ["churn"],
    meaning: "The share of paying users who cancel in a month (% a month)."
  },
  {
    term: "Consumer surplus",
    forms: ["consumer surplus"],
    meaning:
      "The median sum private users would accept to give up a service, less what they pay for it (USD a month); " +
      "not part of output."
  },
  {
    term: "Contract price",
    forms: ["contract price", "contract prices"],
    meaning: "The price of a one-year commitment, averaged over the contracts in force (USD/GPU-hour)."
  },
  {
    term: "Cost of capital",
    forms: ["cost of capital"],
    meaning: "The weighted average real return that lenders and shareholders require (% a year)."
  },
  {
    term: "Debt service coverage ratio (DSCR)",
    forms: ["debt service coverage ratio"],
    meaning:
      "Cash available for debt service divided by interest and repayment due in the period; lenders set a " +
      "minimum, the covenant."
  },
  {
    term: "Decode",
    forms: ["decode"],
    meaning:
      "The phase of inference that produces output tokens one step at a time, usually limited by memory bandwidth."
  },
  {
    term: "Demand-to-supply ratio",
    forms: ["demand-to-supply ratio"],
    meaning: "GPU-hours demanded divided by GPU-hours available; above 1, demand is rationed."
  },
  {
    term: "Disaggregated prefill",
    forms: ["disaggregated prefill"],
    meaning: "A serving configuration that runs prefill and decode on separate accelerators."
  },
  {
    term: "Draw",
    forms: ["draws"],
    meaning: "One Monte Carlo run in which every uncertain assumption takes a value from its distribution."
  },
  {
    term: "Embodied emissions",
    forms: ["embodied emissions"],
    meaning: "Greenhouse gas from manufacturing accelerators (t CO₂e a month, booked on purchase)."
  },
  {
    term: "Equity IRR",
    forms: ["equity IRR"],
    meaning:
      "The real discount rate at which the cash flow to shareholders, after debt service, has an NPV of zero (% a " +
      "year)."
  },
  {
    term: "Fill rate",
    forms: ["fill rate"],
    meaning: "The share of requests or GPU-hours demanded that is served (%)."
  },
  {
    term: "Final demand",
    forms: ["final demand"],
    meaning:
      "Spending by users and investors that no company in the chain passes on (USD a month); equal to total value " +
      "added."
  },
  {
    term: "GPU-hour",
    forms: ["GPU-hour", "GPU-hours"],
    meaning:
      "One accelerator for one hour; where generations are added up, an hour of the accelerator initially installed."
  },
  {
    term: "Gross revenue",
    forms: ["gross revenue"],
    meaning:
      "The revenues of neoclouds, providers and applications added up, which counts payments between them more " +
      "than once (USD a month)."
  },
  {
    term: "Inference",
    forms: ["inference"],
    meaning: "Running a trained model to answer requests; training is not modelled."
  },
  {
    term: "KV cache",
    forms: ["KV cache"],
    meaning:
      "The stored keys and values of earlier tokens, which spare the model recomputing them and take up " +
      "accelerator memory (bytes per token)."
  },
  {
    term: "Levelised cost",
    forms: ["levelised cost"],
    meaning:
      "All cost including capital charges, divided by units sold (USD/GPU-hour; discounted on the Investment case " +
      "page)."
  },
  {
    term: "Lifetime value",
    forms: ["lifetime value"],
    meaning: "Expected gross profit from a paying user until cancellation, undiscounted (USD per user)."
  },
  {
    term: "Neocloud",
    forms: ["neocloud", "neoclouds"],
    meaning: "A specialist cloud company that owns or rents data-centre capacity and sells GPU-hours."
  },
  {
    term: "Net present value (NPV)",
    forms: ["NPV", "net present value"],
    meaning: "The sum of real cash flows discounted to the first payment (USD of 2026)."
  },
  {
    term: "On-demand price",
    forms: ["on-demand price", "on-demand prices"],
    meaning: "The price of GPU-hours bought without commitment (USD/GPU-hour)."
  },
  {
    term: "Operational emissions",
    forms: ["operational emissions"],
    meaning: "Greenhouse gas from generating the electricity used (t CO₂e a month)."
  },
  {
    term: "Power usage effectiveness (PUE)",
    forms: ["PUE"],
    meaning: "Facility energy divided by IT energy (ratio, 1 or more)."
  },
  {
    term: "Prefill",
    forms: ["prefill"],
    meaning: "The phase of inference that processes the input, usually limited by compute."
  },
  {
    term: "Project IRR",
    forms: ["project IRR"],
    meaning: "The real discount rate at which a project's cash flow before financing has an NPV of zero (% a year)."
  },
  {
    term: "Range",
    forms: ["range", "ranges"],
    meaning: "The 5th to the 95th percentile, of an assumption's distribution or of a result's draws."
  },
  {
    term: "Rationing",
    forms: ["ration", "rationed", "rationing"],
    meaning: "Refusing part of demand because capacity is short; requests that pay most per GPU-hour are served first."
  },
  {
    term: "Realised share",
    forms: ["realised share"],
    meaning:
      "The share of saved time that becomes output (%); the main source of uncertainty about output, with no " +
      "direct measurement."
  },
  {
    term: "Scenario",
    forms: ["scenario", "scenarios"],
    meaning: "A named set of changed inputs on a base scenario; neither a forecast nor assigned a probability."
  },
  {
    term: "Shadow price",
    forms: ["shadow price", "shadow prices"],
    meaning:
      "The gain from relaxing a constraint by one unit, other things equal (USD per unit, and per month where stated)."
  },
  {
    term: "Shapley value",
    forms: ["Shapley value", "Shapley values"],
    meaning:
      "A change's average contribution to a difference over all orders in which the changes could be made; " +
      "contributions sum to the difference."
  },
  {
    term: "Sobol' index",
    forms: ["Sobol' index", "Sobol' indices"],
    meaning:
      "The share of a result's variance explained by an assumption alone (first-order) or with its interactions " +
      "(total), 0 to 1."
  },
  {
    term: "Tensor parallelism",
    forms: ["tensor parallelism"],
    meaning: "Splitting each layer's matrices across accelerators, written TP and their number."
  },
  {
    term: "Time per output token (TPOT)",
    forms: ["TPOT"],
    meaning: "The time between output tokens of one request (ms; limits apply to the 99th percentile)."
  },
  {
    term: "Time to first token (TTFT)",
    forms: ["TTFT"],
    meaning: "The mean time from request to first output token (ms)."
  },
  {
    term: "Token",
    forms: ["token", "tokens"],
    meaning: "The unit of text a model reads or writes, a word or part of one; prices are per million (Mtok)."
  },
  {
    term: "Utilisation",
    forms: ["utilisation"],
    meaning: "GPU-hours sold as a share of those available (%); hours sold are not all spent computing."
  },
  {
    term: "Value added",
    forms: ["value added"],
    meaning: "A sector's sales less its purchases from other sectors (USD a month)."
  }
];

/** The anchor of a term on the glossary page: `kv-cache`. */
export function anchorOf(term: string): string {
  return term
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
