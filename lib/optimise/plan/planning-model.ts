import {chain} from "../../model/chain.js";
import {functions} from "../../model/functions.js";
import {parameter} from "../../model/parameter.js";
import {linkedLater, model} from "../../sheet/index.js";
import {asset} from "../asset.js";
import {placement, placementOption} from "../placement.js";

/** The chain, extended for planning: any accelerator at any site, any deployment on any accelerator. */
export const planning = linkedLater(() =>
  model([...chain.tables, asset, placement, placementOption], parameter, functions)
);
