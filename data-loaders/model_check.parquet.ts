import {publish} from "./publish.js";

await publish("model_check");
