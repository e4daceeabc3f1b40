import {publish} from "./publish.js";

await publish("readme_correction");
