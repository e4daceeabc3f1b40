import {linkedLater, model} from "../sheet/index.js";
import {functions} from "./functions.js";
import {tables} from "./tables.js";

/** The whole chain, from silicon, electricity and water to output. */
export const chain = linkedLater(() => model(Object.values(tables), tables.parameter, functions));
