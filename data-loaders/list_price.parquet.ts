import {publish} from "./publish.js";

await publish("list_price");
