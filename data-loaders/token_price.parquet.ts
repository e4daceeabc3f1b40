import {publish} from "./publish.js";

await publish("token_price");
