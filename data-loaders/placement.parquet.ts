import {publish} from "./publish.js";

await publish("placement");
