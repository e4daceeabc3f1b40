import {parseArgs} from "node:util";
import {publish} from "./run/publish.js";

/** Framework passes the file's name as `--table=cluster`. */
const {values} = parseArgs({options: {table: {type: "string"}}});

await publish(values.table ?? "");
