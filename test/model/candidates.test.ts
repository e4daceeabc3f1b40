import {describe, expect, it} from "vitest";
import {candidates} from "../../lib/model/index.js";
import {keysOf, valueAt} from "../../lib/sheet/index.js";
import {at, project, runWith} from "./project.js";

const ways = (replica: number, experts: boolean): string[] =>
  candidates([{key: "a", accelerators: replica, replica, experts, disaggregated: false}], [1]).keys;

describe("the ways of splitting a model over a replica", () => {
  it("in a server, are its matrices, or with experts its requests", () => {
    expect(ways(8, false)).toEqual(["a-t8s1r1-1"]);
    expect(ways(8, true)).toEqual(["a-t8s1r1-1", "a-t1s1r8-8"]);
  });
  it("over servers, are also matrices within each, and among them requests or groups of layers", () => {
    expect(ways(32, false)).toEqual(["a-t32s1r1-1", "a-t8s4r1-1"]);
    expect(ways(32, true)).toEqual(["a-t32s1r1-1", "a-t1s1r32-32", "a-t8s1r4e32-4"]);
  });
});

describe("the way of serving that a deployment takes", () => {
  const ofOneSize = runWith({
    "deployment[meridian-large].large_replica": "",
    "language_model[frontier-large].experts": 300,
    "language_model[frontier-large].experts_per_token": 5,
    "language_model[frontier-large].active_parameters": 150
  });
  const row = project.models.get("chain")!.inputs.deployment!.keys.indexOf("meridian-large");

  it("splits matrices within servers where every accelerator reading all that is shared takes too long", () =>
    expect(valueAt(ofOneSize, "deployment.best", row, 0)).toMatch(/^meridian-large-t8s1r4e32-/));
  it("adds up matrices over the links of servers, which takes a fifth of the time over the network", () => {
    const split = valueAt(ofOneSize, "deployment.best", row, 0) as string;
    const network = split.replace(/-t8s1r4e32-\d+/, "-t32s1r1-32");
    expect(at(ofOneSize, "serving_option.reduce_time", network)).toBeGreaterThan(
      5 * at(ofOneSize, "serving_option.reduce_time", split)
    );
  });
  it("is on the larger replica where a GPU gives more there, on the smaller where not", () => {
    const either = runWith({});
    const best = (key: string) => valueAt(either, "deployment.best", keysOf(either, "deployment").indexOf(key), 0);
    expect(best("meridian-large")).toMatch(/r64-/);
    expect(best("openfield-deepseek")).toMatch(/r32-/);
    const alone = runWith({"deployment[meridian-large].large_replica": ""});
    const [chosen, only] = [either, alone].map((run) => at(run, "deployment.gpu_time", "meridian-large"));
    expect(chosen).toBeLessThan(only!);
  });
});
