import {types} from "./checks.js";
import {main} from "./main.js";

await main(async () => void (await types()));
