import {publish} from "./publish.js";

await publish("process_node");
