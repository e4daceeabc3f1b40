import {publish} from "./publish.js";

await publish("application_statement");
