import {model} from "../sheet/index.js";
import {application, rival, routing, segment} from "./application.js";
import {economy} from "./economy.js";
import {facility, region} from "./facility.js";
import {fleet, generation} from "./fleet.js";
import {functions} from "./functions.js";
import {languageModel} from "./language-model.js";
import {market, tier} from "./market.js";
import {cluster, neocloud, orchestrator} from "./neocloud.js";
import {parameter} from "./parameter.js";
import {study, task} from "./productivity.js";
import {deployment, provider} from "./provider.js";
import {listPrice, rentalQuote} from "./quote.js";
import {servingOption} from "./serving.js";
import {accelerator, memory, processNode} from "./silicon.js";

/** The whole chain, from silicon, electricity and water to output. */
export const chain = model(
  [
    processNode,
    memory,
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
    economy
  ],
  parameter,
  functions
);
