import {fullModel} from "./full-model.js";
import {inBrowser} from "./browser.js";
console.log(await inBrowser(2));
console.log(fullModel(1));
