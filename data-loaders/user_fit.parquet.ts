import {publish} from "./publish.js";

await publish("user_fit");
