import {publish} from "./publish.js";

await publish("accelerator_family");
