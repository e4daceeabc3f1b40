import {model} from "../sheet/index.js";
import {comparison} from "./comparison.js";
import {application} from "./application.js";
import {rival, routing} from "./routing.js";
import {segment} from "./segment.js";
import {economy} from "./economy.js";
import {facility, region} from "./facility.js";
import {fleet, generation} from "./fleet.js";
import {functions} from "./functions.js";
import {languageModel} from "./language-model.js";
import {market, tier} from "./market.js";
import {cluster} from "./cluster.js";
import {neocloud} from "./neocloud.js";
import {orchestrator} from "./orchestrator.js";
import {parameter} from "./parameter.js";
import {study, task} from "./productivity.js";
import {deployment, provider, servingOption} from "./provider.js";
import {listPrice, rentalQuote} from "./quote.js";
import {accelerator, acceleratorFamily, memory, processNode} from "./silicon.js";
import {applicationStatement, neocloudStatement, providerStatement} from "./statement.js";
import {tranche} from "./tranche.js";

/** The whole chain, from silicon, electricity and water to output. */
export const chain = model(
  [
    processNode,
    memory,
    acceleratorFamily,
    accelerator,
    rentalQuote,
    region,
    facility,
    orchestrator,
    neocloud,
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
  ],
  parameter,
  functions
);
