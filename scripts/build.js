import {install} from "./install.js";
import {buildSite} from "./site.js";

await install();
await buildSite();
