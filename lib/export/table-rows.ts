import type {ApplicationStatement} from "../model/application-statement.js";
import type {ConstraintRow, LeverMoveRow, LeverRow} from "../advice/action-definition.js";
import type {UserCount} from "../model/adoption.js";
import type {Application} from "../model/application.js";
import type {Cluster} from "../model/cluster.js";
import type {Comparison} from "../model/comparison.js";
import type {Contract, Tenor} from "../model/contract.js";
import type {Deployment} from "../model/deployment.js";
import type {Economy} from "../model/economy.js";
import type {Facility, Region} from "../model/facility.js";
import type {Fleet} from "../model/fleet.js";
import type {Generation} from "../model/generation.js";
import type {MarketShock, RentalHistory} from "../model/history.js";
import type {LanguageModel} from "../model/language-model.js";
import type {Market} from "../model/market.js";
import type {NeocloudStatement} from "../model/neocloud-statement.js";
import type {Neocloud} from "../model/neocloud.js";
import type {Orchestrator} from "../model/orchestrator.js";
import type {PriceBook} from "../model/price-book.js";
import type {Parameter} from "../model/parameter.js";
import type {Study, Task} from "../model/productivity.js";
import type {ProviderStatement} from "../model/provider-statement.js";
import type {Provider} from "../model/provider.js";
import type {ListPrice, RentalQuote} from "../model/quote.js";
import type {Rival, Routing} from "../model/routing.js";
import type {Segment} from "../model/segment.js";
import type {ServingOption} from "../model/serving/option-row.js";
import type {Accelerator, AcceleratorFamily, Memory, ProcessNode} from "../model/silicon.js";
import type {Tier} from "../model/tier.js";
import type {Trade} from "../model/trade.js";
import type {Tranche} from "../model/tranche.js";
import type {Application as ReadmeApplication} from "../readme/application.js";
import type {Cluster as ReadmeCluster} from "../readme/cluster.js";
import type {Correction as ReadmeCorrection} from "../readme/correction.js";
import type {Datacenter as ReadmeDatacenter} from "../readme/datacenter.js";
import type {Parameter as ReadmeParameter} from "../readme/parameter.js";
import type {Price as ReadmePrice} from "../readme/price.js";
import type {Provider as ReadmeProvider} from "../readme/provider.js";
import type {Segment as ReadmeSegment} from "../readme/segment.js";
import type {Total as ReadmeTotal} from "../readme/total.js";
import type {AccuracyRow} from "../validation/accuracy.js";
import type {Benchmark} from "../validation/benchmark.js";
import type {Evidence} from "../validation/evidence.js";
import type {FittedValue} from "../validation/fitted-value.js";
import type {Kernel} from "../validation/kernel.js";
import type {ServingStack} from "../validation/serving-stack.js";
import type {TestSetup} from "../validation/test-setup.js";
import type {Cause} from "../validation/error-explanation.js";
import type {HeldOut, Measurement} from "../validation/measurement.js";
import type {ServingFigure} from "../validation/serving-figure.js";
import type {Simulator} from "../validation/simulator.js";
import type {adviceTable, jointAdviceTable, shadowPriceTable} from "./advice.js";
import type {claimBridgeTable} from "./claim-bridge.js";
import type {backtestTable} from "./backtest.js";
import type {crossCheckTable} from "./cross-check.js";
import type {assumptionTable, dictionary, sourceTable} from "./dictionary.js";
import type {rentalErrorTable, rentalFitTable, userFitTable} from "./history.js";
import type {dispersionTable, marginTable, peerTable, rentalLevelTable, tokenPriceTable} from "./market.js";
import type {tokenPriceHistoryTable} from "./price-history.js";
import type {
  placementTable,
  planActionTable,
  planFrontierTable,
  planLimitTable,
  planMoneyTable,
  planScarcityTable,
  planServiceTable,
  planTable
} from "./plan.js";
import type {Field, Fields} from "./records.js";
import type {
  accountTable,
  checkTable,
  flowTable,
  headlineTable,
  ledgerTable,
  scenarioBridgeTable,
  scenarioTable
} from "./results.js";
import type {missingTable} from "./run-tables.js";
import type {servingCheckTable} from "./serving-check.js";
import type {sweepSummaryTable} from "./sweep-summary.js";
import type {correlationTable, driverTable, quantileTable, sensitivityTable, swingTable} from "./uncertainty.js";

/** A cell of a published table as a page reads it; missing is null. */
type Cell<T> = [T] extends [number | undefined] ? number | null : string | null;

/** A row of a table of inputs or of a run without a scenario: references are keys, and columns `D` are dates. */
type Keyed<T, D extends keyof T = never> = {[K in keyof T]-?: K extends D ? Date | null : Cell<T[K]>} & {key: string};

/** A row of a model's table in a scenario. */
type Published<T, D extends keyof T = never> = Keyed<T, D> & {scenario: string};

/** A row of a model's table with one row per month. */
type Monthly<T, D extends keyof T = never> = Published<T, D> & {date: Date};

/** A row of a table defined by its records' fields. */
type Recorded<T extends {readonly fields: Fields}> = {[K in keyof T["fields"]]: FieldCell<T["fields"][K][0]>};
type FieldCell<T extends Field[0]> = T extends "number" ? number | null : T extends "date" ? Date : string | null;

/** The rows of the published tables, by table. Tables whose columns depend on the run (`draw`) have any columns. */
export interface TableRows {
  accelerator: Monthly<Accelerator, "release">;
  accelerator_family: Published<AcceleratorFamily>;
  account: Recorded<typeof accountTable>;
  accuracy: Keyed<AccuracyRow>;
  advice: Recorded<typeof adviceTable>;
  advice_joint: Recorded<typeof jointAdviceTable>;
  application: Monthly<Application>;
  application_statement: Monthly<ApplicationStatement>;
  assumption: Recorded<typeof assumptionTable>;
  backtest: Recorded<typeof backtestTable>;
  benchmark: Keyed<Benchmark>;
  bridge: Recorded<typeof claimBridgeTable>;
  cause: Keyed<Cause>;
  cluster: Monthly<Cluster>;
  columns: Recorded<typeof dictionary>;
  contract: Monthly<Contract>;
  comparison: Monthly<Comparison>;
  constraint: Keyed<ConstraintRow>;
  correlation: Recorded<typeof correlationTable>;
  cross_check: Recorded<typeof crossCheckTable>;
  deployment: Monthly<Deployment>;
  driver: Recorded<typeof driverTable>;
  economy: Monthly<Economy>;
  evidence: Keyed<Evidence>;
  facility: Monthly<Facility>;
  fitted_value: Keyed<FittedValue>;
  fleet: Monthly<Fleet, "from">;
  flow: Recorded<typeof flowTable>;
  generation: Published<Generation, "from">;
  headline: Recorded<typeof headlineTable>;
  held_out: Keyed<HeldOut>;
  kernel: Keyed<Kernel, "until">;
  language_model: Published<LanguageModel>;
  ledger: Recorded<typeof ledgerTable>;
  lever: Keyed<LeverRow>;
  lever_move: Keyed<LeverMoveRow>;
  list_price: Published<ListPrice>;
  market: Monthly<Market>;
  market_shock: Monthly<MarketShock, "from" | "until">;
  measurement: Keyed<Measurement>;
  memory: Published<Memory>;
  missing: Recorded<typeof missingTable>;
  model_check: Recorded<typeof checkTable>;
  neocloud: Monthly<Neocloud>;
  neocloud_statement: Monthly<NeocloudStatement>;
  orchestrator: Published<Orchestrator>;
  price_book: Monthly<PriceBook>;
  parameter: Monthly<Parameter>;
  peer: Recorded<typeof peerTable>;
  placement: Recorded<typeof placementTable>;
  plan: Recorded<typeof planTable>;
  plan_action: Recorded<typeof planActionTable>;
  plan_frontier: Recorded<typeof planFrontierTable>;
  plan_limit: Recorded<typeof planLimitTable>;
  plan_money: Recorded<typeof planMoneyTable>;
  plan_scarcity: Recorded<typeof planScarcityTable>;
  plan_service: Recorded<typeof planServiceTable>;
  price_dispersion: Recorded<typeof dispersionTable>;
  process_node: Published<ProcessNode>;
  provider: Monthly<Provider>;
  provider_statement: Monthly<ProviderStatement>;
  quantile: Recorded<typeof quantileTable>;
  readme_application: Published<ReadmeApplication>;
  readme_cluster: Published<ReadmeCluster>;
  readme_correction: Keyed<ReadmeCorrection>;
  readme_datacenter: Published<ReadmeDatacenter>;
  readme_parameter: Published<ReadmeParameter>;
  readme_price: Published<ReadmePrice>;
  readme_provider: Published<ReadmeProvider>;
  readme_segment: Published<ReadmeSegment>;
  readme_total: Published<ReadmeTotal>;
  region: Published<Region>;
  rental_error: Recorded<typeof rentalErrorTable>;
  rental_fit: Recorded<typeof rentalFitTable>;
  rental_history: Monthly<RentalHistory, "blackwell">;
  rental_level: Recorded<typeof rentalLevelTable>;
  rental_quote: Published<RentalQuote, "quoted">;
  rival: Monthly<Rival>;
  routing: Monthly<Routing>;
  scenario: Recorded<typeof scenarioTable>;
  scenario_bridge: Recorded<typeof scenarioBridgeTable>;
  segment: Monthly<Segment>;
  sensitivity: Recorded<typeof sensitivityTable>;
  serving_check: Recorded<typeof servingCheckTable>;
  serving_figure: Keyed<ServingFigure>;
  serving_option: Published<ServingOption>;
  serving_stack: Keyed<ServingStack>;
  shadow_price: Recorded<typeof shadowPriceTable>;
  simulator: Keyed<Simulator>;
  source: Recorded<typeof sourceTable>;
  study: Published<Study>;
  sweep_summary: Recorded<typeof sweepSummaryTable>;
  swing: Recorded<typeof swingTable>;
  task: Published<Task>;
  tenor: Monthly<Tenor>;
  test_setup: Keyed<TestSetup>;
  tier: Monthly<Tier>;
  token_margin: Recorded<typeof marginTable>;
  token_price: Recorded<typeof tokenPriceTable>;
  token_price_history: Recorded<typeof tokenPriceHistoryTable>;
  trade: Monthly<Trade>;
  tranche: Monthly<Tranche>;
  user_count: Published<UserCount, "counted">;
  user_fit: Recorded<typeof userFitTable>;
}
