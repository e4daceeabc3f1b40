import {publish} from "./publish.js";

await publish("provider_statement");
