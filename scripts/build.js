import {install} from "./install.js";
import {main} from "./main.js";
import {buildSite} from "./site.js";

await main(async () => {
  await install();
  await buildSite();
});
