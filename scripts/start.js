import {isBuilt} from "./fresh.js";
import {install} from "./install.js";
import {main} from "./main.js";
import {dist} from "./paths.js";
import {portOf, serve} from "./serve.js";
import {buildSite} from "./site.js";

await main(async () => {
  const port = portOf(process.env.PORT ?? "3000");
  await install();
  if (isBuilt()) console.log("nothing has changed: dist/ is up to date");
  else await buildSite();
  const {url} = await serve(dist, {port});
  console.log(`\nThe AI Token Factory is at ${url} (Ctrl-C stops it)`);
});
