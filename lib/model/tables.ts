import {applicationStatement} from "./application-statement.js";
import {application} from "./application.js";
import {cluster} from "./cluster.js";
import {contract, tenor} from "./contract.js";
import {comparison} from "./comparison.js";
import {deployment, servingOption} from "./deployment.js";
import {economy} from "./economy.js";
import {facility, region} from "./facility.js";
import {fleet} from "./fleet.js";
import {generation} from "./generation.js";
import {languageModel} from "./language-model.js";
import {market} from "./market.js";
import {neocloudStatement} from "./neocloud-statement.js";
import {neocloud} from "./neocloud.js";
import {orchestrator} from "./orchestrator.js";
import {parameter} from "./parameter.js";
import {study, task} from "./productivity.js";
import {providerStatement} from "./provider-statement.js";
import {provider} from "./provider.js";
import {listPrice, rentalQuote} from "./quote.js";
import {rival, routing} from "./routing.js";
import {segment} from "./segment.js";
import {accelerator, acceleratorFamily, memory, processNode} from "./silicon.js";
import {priceBook} from "./price-book.js";
import {tier} from "./tier.js";
import {trade} from "./trade.js";
import {tranche} from "./tranche.js";

/**
 * All tables of the chain, upstream first: the order in which they are published. Tables name each other in circles,
 * which is why every reference to another table is a function: `ref(() => cluster, …)`.
 */
export const tables = {
  parameter,
  processNode,
  memory,
  acceleratorFamily,
  accelerator,
  rentalQuote,
  region,
  facility,
  orchestrator,
  tenor,
  priceBook,
  neocloud,
  contract,
  cluster,
  generation,
  fleet,
  market,
  tier,
  languageModel,
  listPrice,
  provider,
  deployment,
  servingOption,
  trade,
  application,
  segment,
  routing,
  rival,
  study,
  task,
  economy,
  neocloudStatement,
  tranche,
  providerStatement,
  applicationStatement,
  comparison
};
