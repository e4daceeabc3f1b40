import type {Command} from "commander";
import {adviceDesign} from "../../lib/advice/design.js";
import {REFERENCE} from "../../lib/model/reference.js";
import {design} from "../../lib/uncertainty/design.js";
import type {Action, Define} from "./define.js";

/** Commands for decisions of companies and investors. */
export const decisionCommands: readonly Define[] = [
  defineInvest,
  defineBuild,
  defineAdvice,
  defineMarket,
  defineOptimise,
  defineReport
];

function defineInvest(program: Command, action: Action): void {
  program
    .command("invest")
    .description("appraise an investment in a cluster: returns, debt service coverage, levelised cost, break-even")
    .option("--gpu <key>", "accelerator; default: that of the largest cluster")
    .option("--facility <key>", "data centre, owned or colocated")
    .option("--site <kind>", "in place of a facility: owned or colocated, in --region")
    .option("--region <key>", "region whose power, water and tax apply; default: the data centre's")
    .option("--orchestrator <key>", "software that allocates accelerators to users")
    .option("--cluster <key>", "cluster that supplies the contract mix and the cost of capital")
    .option("--amortisation <kind>", "repayment of the loan: sculpted (which sizes it), level, straight or bullet")
    .option("--counterparty <rating>", "customer of the long contract: investment_grade, speculative or unrated")
    .option("--depreciation <kind>", "tax depreciation of hardware: bonus, straight, or as in the site's country")
    .option("--scenario <name>", "scenario that supplies the prices", REFERENCE)
    .option("--flat", "keep prices at their initial level")
    .option("--set <term=number...>", "set terms, e.g. debt_share=0.5; the flags below do the same")
    .option("--terms", "print every term with its value, range, unit and sources, then stop")
    .option("--draws <n>", "draws behind the ranges", "512")
    .option(
      "--beside <flags...>",
      'further projects next to the first, which differ in the terms named: "gpu=h100 region=texas debt-share=50%"'
    )
    .option("--out <file>", "write the project as a workbook (XLSX) with live formulas")
    .option("--report <file>", "write a report for a board: .html, .docx, .pdf (requires Chromium), .xlsx or .json")
    .option("--json", "print one JSON object")
    .action(action(async () => (await import("../invest.js")).invest));
}

function defineBuild(program: Command, action: Action): void {
  program
    .command("build")
    .description(
      "plan what to order, and when, for a new site, in whole units, with the value of more power and budget"
    )
    .requiredOption(
      "--power <month=MW...>",
      "IT power available from a month, e.g. 2027-07=10MW 2028-01=20MW, or 20MW from the first month on"
    )
    .requiredOption("--budget <usd>", "budget for hardware and buildings, e.g. 400M [USD]")
    .option("--budget-by <period>", "period of the budget: total or year", "total")
    .option("--facility <key>", "data centre, owned or colocated; or --site and --region")
    .option("--site <kind>", "in place of a facility: owned or colocated, in --region")
    .option("--region <key>", "region whose power, water and tax apply; default: the data centre's")
    .option("--start <month>", "first month in which orders may be placed, YYYY-MM; default: the run's first")
    .option("--horizon <years>", "planning period in years, 1 to 10; assets left at its end count at resale value", "6")
    .option("--gpus <key...>", "accelerators that may be bought; default: all that are sold new and have a price")
    .option("--lead-time <months>", "months from an order to the first GPU-hour; default: the project's build time")
    .option("--scenario <name>", "scenario that supplies prices and terms", REFERENCE)
    .option("--flat", "keep prices at their initial level")
    .option(
      "--price-changes <shares>",
      'yearly changes of GPU-hour prices, in place of the scenario\'s: "-20% -10% 0%"; the last continues'
    )
    .option(
      "--before-tax",
      "maximise value before tax on profits; default: after tax, each order taxed as its own company"
    )
    .option("--set <term=number...>", "set terms of the project, as in invest, e.g. utilisation=0.7")
    .option(
      "--demand <month=tokens...>",
      "output tokens a month to serve from a month on, at minimum cost, e.g. 2027-07=100B"
    )
    .option("--model <key>", "with --demand: row of language_model that is served, as in serve")
    .option("--ttft <ms>", "with --demand: limit on the mean time to the first token [ms]", "2000")
    .option("--tpot <ms>", "with --demand: limit on the 99th percentile of the time per output token [ms]", "50")
    .option("--robust", "also value the plan in every scenario and in draws, and find the plan of least regret")
    .option("--draws <n>", "with --robust: draws of all uncertain terms", "200")
    .option("--out <file.xlsx>", "also write the plan as a workbook in which units, power and budget can be changed")
    .option("--report <file>", "write a report for a board: .html, .docx, .pdf (requires Chromium), .xlsx or .json")
    .option("--json", "print one JSON object")
    .action(action(async () => (await import("../build.js")).build));
}

function defineAdvice(program: Command, action: Action): void {
  program
    .command("advice")
    .description("value each company's possible actions, with ranges, and the shadow prices of the chain's constraints")
    .argument("[scenario]", "name of a file in assumptions/scenarios", REFERENCE)
    .option("--company <key>", "one company only, e.g. atlas, meridian or coder")
    .option("--set <cell=value...>", "override inputs")
    .option("--months <n>", "months to run")
    .option("--draws <n>", "draws behind the ranges", String(adviceDesign.draws))
    .option("--seed <n>", "seed of the draws, from 0", "1")
    .option("--json", "print one JSON object: advice, advice_joint, shadow_price")
    .action(action(async () => (await import("../advice.js")).adviceCommand));
}

function defineMarket(program: Command, action: Action): void {
  program
    .command("market")
    .description("compare list prices of tokens and GPU-hours with the chain's costs, or a company with its peers")
    .argument("[model]", "one model, under any seller's name: its sellers and their implied margins")
    .option("--kind <layer>", "kind of company: neocloud, inference or application", "neocloud")
    .option("--blend <use>", "token mix: chat, long-context, coding-agent or batch", "chat")
    .option("--offers", "all offers of all sellers with their cost, losses first")
    .option("--losing", "with --offers: only those below cost")
    .option(
      "--mix <input:cached:output>",
      "with --offers: a mix of your own in place of the blend, e.g. 24:276:1; a fourth part is written to the cache"
    )
    .option(
      "--figures <file>",
      "a company's own figures, a CSV or XLSX table of names, values and units: percentiles and gap to the median"
    )
    .option("--report <file>", "with --offers: write a report: .html, .docx, .pdf (requires Chromium), .xlsx or .json")
    .option("--json", "print as JSON")
    .action(action(async () => (await import("../market.js")).marketCommand));
}

function defineOptimise(program: Command, action: Action): void {
  program
    .command("optimise")
    .description("plan each year's workloads, rentals, purchases, construction and sales, with shadow prices")
    .argument("[scenario]", "name of a file in assumptions/scenarios", REFERENCE)
    .option("--goal <goal>", "npv, value (additional output less cost) or cost (of meeting all demand)", "npv")
    .option(
      "--limit <limit=number...>",
      "change constraints, e.g. power[virginia]=50, capital[2028]=2e9, carbon=100000, service=0.9; none removes one"
    )
    .option("--latency <ratio>", "latency limits as a multiple of the deployments' own", "1")
    .option("--whole", "buy whole servers and racks")
    .option("--set <cell=value...>", "override inputs")
    .option("--frontiers", "trade-off of cost with greenhouse gas emissions and with latency limits")
    .option("--out <dir>", "write the plan's tables as Parquet into this folder")
    .option("--json", "print one JSON object")
    .action(action(async () => (await import("../optimise.js")).optimise));
}

function defineReport(program: Command, action: Action): void {
  program
    .command("report")
    .description("write seven reports on a scenario: executive, one per layer, and financial")
    .argument("[scenario]", "name of a file in assumptions/scenarios", REFERENCE)
    .option("--format <format>", "html, docx, pdf (requires Chromium), xlsx, csv or json", "html")
    .option("--out <dir>", "folder for the files", "reports")
    .option("--paper <size>", "paper size of PDF and DOCX: a4 or letter", "a4")
    .option("--draws <n>", "draws behind the ranges", String(design.draws))
    .option("--seed <n>", "seed of the draws, from 0", "1")
    .option("--set <cell=value...>", "override inputs")
    .action(action(async () => (await import("../report.js")).report));
}
