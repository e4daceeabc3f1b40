import {publish} from "./publish.js";

await publish("shadow_price");
