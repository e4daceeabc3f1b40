import {publish} from "./publish.js";

await publish("sweep_summary");
