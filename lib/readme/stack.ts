import {mathematics, linkedLater, model} from "../sheet/index.js";
import {application} from "./application.js";
import {cluster} from "./cluster.js";
import {datacenter} from "./datacenter.js";
import {parameter} from "./parameter.js";
import {price} from "./price.js";
import {provider} from "./provider.js";
import {segment} from "./segment.js";
import {total} from "./total.js";

/** The earlier program's arithmetic, whose README claims a multiplier of 399.3. */
export const readme = linkedLater(() =>
  model([datacenter, cluster, provider, price, application, segment, total], parameter, mathematics)
);
