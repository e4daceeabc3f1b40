import katex from "katex";
import {tex} from "../lib/sheet/tex.js";
import {loadProject} from "./run/project.js";

/** The rule of every computed column as MathML, which browsers render without a script or a font. */
const equations = [...loadProject().models.values()].flatMap(({model}) =>
  [...model.columns.values()].flatMap((column) => {
    const text = tex(column);
    return text === "" ? [] : [[column.id, katex.renderToString(text, {output: "mathml", displayMode: true})]];
  })
);

process.stdout.write(JSON.stringify(Object.fromEntries(equations)));
