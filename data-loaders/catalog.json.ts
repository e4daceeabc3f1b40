import {publishCatalog} from "./run/publish.js";

await publishCatalog();
