import {publish} from "./publish.js";

await publish("cross_check");
