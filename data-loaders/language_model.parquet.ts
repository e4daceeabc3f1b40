import {publish} from "./publish.js";

await publish("language_model");
