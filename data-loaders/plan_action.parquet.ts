import {publish} from "./publish.js";

await publish("plan_action");
