import {publishCatalog} from "./publish.js";

await publishCatalog();
