import {publish} from "./publish.js";

await publish("advice");
