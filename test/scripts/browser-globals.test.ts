import {execFileSync} from "node:child_process";
import {expect, test} from "vitest";
import {root} from "../../scripts/paths.js";

const drawing = `
  import {openDocument} from "./scripts/prerender/browser-globals.js";
  openDocument("<main></main>", "own.html");
  const {range, select, text} = await import("@observablehq/inputs");
  const inputs = [range([0, 10], {value: 4}), select(["a", "b"], {value: "b"}), text({value: "c"})];
  inputs[0].value = 7;
  console.log(JSON.stringify(inputs.map(({value}) => value)));
  process.exit();
`;

test("a page that is drawn may have Framework's inputs, whose values can be set", () => {
  const told = execFileSync(process.execPath, ["--input-type=module", "--eval", drawing], {cwd: root});
  expect(JSON.parse(String(told))).toEqual([7, "b", "c"]);
});
