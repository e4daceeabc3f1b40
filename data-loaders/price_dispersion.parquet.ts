import {publish} from "./publish.js";

await publish("price_dispersion");
