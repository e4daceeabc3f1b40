import {publish} from "./publish.js";

await publish("rental_level");
