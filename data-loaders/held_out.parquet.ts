import {publish} from "./publish.js";

await publish("held_out");
