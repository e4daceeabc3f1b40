import {publish} from "./publish.js";

await publish("scenario_bridge");
