import {publish} from "./publish.js";

await publish("serving_figure");
