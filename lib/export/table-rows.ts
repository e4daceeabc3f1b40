import type {ApplicationStatement} from "../model/application-statement.js";
import type {Application} from "../model/application.js";
import type {Cluster} from "../model/cluster.js";
import type {Comparison} from "../model/comparison.js";
import type {Deployment} from "../model/deployment.js";
import type {Economy} from "../model/economy.js";
import type {Facility, Region} from "../model/facility.js";
import type {Fleet} from "../model/fleet.js";
import type {Generation} from "../model/generation.js";
import type {MarketShock, RentalHistory} from "../model/history.js";
import type {LanguageModel} from "../model/language-model.js";
import type {Market, Tier} from "../model/market.js";
import type {NeocloudStatement} from "../model/neocloud-statement.js";
import type {Neocloud} from "../model/neocloud.js";
import type {Orchestrator} from "../model/orchestrator.js";
import type {Parameter} from "../model/parameter.js";
import type {Study, Task} from "../model/productivity.js";
import type {ProviderStatement} from "../model/provider-statement.js";
import type {Provider} from "../model/provider.js";
import type {ListPrice, RentalQuote} from "../model/quote.js";
import type {Rival, Routing} from "../model/routing.js";
import type {Segment} from "../model/segment.js";
import type {ServingOption} from "../model/serving/option.js";
import type {Accelerator, AcceleratorFamily, Memory, ProcessNode} from "../model/silicon.js";
import type {Tranche} from "../model/tranche.js";

/** A cell of a published table, as a page reads it; null is missing. */
type Cell<T> = [T] extends [number | undefined] ? number | null : string | null;

/** A row of a model's table as it is published: references are keys. */
type Published<T> = {[K in keyof T]-?: Cell<T[K]>} & {scenario: string; key: string};

/** The same of a table that has a row for every month. */
type Monthly<T> = Published<T> & {date: Date};

/** The rows of the published tables, by table; those that are no table of the model have any columns. */
export interface TableRows {
  accelerator: Published<Accelerator>;
  accelerator_family: Published<AcceleratorFamily>;
  application: Monthly<Application>;
  application_statement: Monthly<ApplicationStatement>;
  cluster: Monthly<Cluster>;
  comparison: Monthly<Comparison>;
  deployment: Monthly<Deployment>;
  economy: Monthly<Economy>;
  facility: Monthly<Facility>;
  fleet: Monthly<Fleet>;
  generation: Published<Generation>;
  language_model: Published<LanguageModel>;
  list_price: Published<ListPrice>;
  market: Monthly<Market>;
  market_shock: Monthly<MarketShock>;
  memory: Published<Memory>;
  neocloud: Monthly<Neocloud>;
  neocloud_statement: Monthly<NeocloudStatement>;
  orchestrator: Published<Orchestrator>;
  parameter: Monthly<Parameter>;
  process_node: Published<ProcessNode>;
  provider: Monthly<Provider>;
  provider_statement: Monthly<ProviderStatement>;
  region: Published<Region>;
  rental_history: Monthly<RentalHistory>;
  rental_quote: Published<RentalQuote>;
  rival: Monthly<Rival>;
  routing: Monthly<Routing>;
  segment: Monthly<Segment>;
  serving_option: Published<ServingOption>;
  study: Published<Study>;
  task: Published<Task>;
  tier: Monthly<Tier>;
  tranche: Monthly<Tranche>;
}
