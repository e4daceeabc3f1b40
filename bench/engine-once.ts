import {engine} from "./engine.js";
import {inputs} from "./synthetic.js";

const rows = Number(process.argv[2]);
const data = inputs(rows);
const start = performance.now();
const {sum} = engine(rows, data).run();
console.log(performance.now() - start, sum);
