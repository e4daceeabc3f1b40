import {publish} from "./publish.js";

await publish("neocloud_statement");
