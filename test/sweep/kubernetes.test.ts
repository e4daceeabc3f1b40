import {Job} from "kubernetes-models/batch/v1/Job";
import {describe, expect, it} from "vitest";
import {readStatus} from "../../cli/sweep/engine-kubernetes.js";
import {indicesOf, jobManifest} from "../../cli/sweep/kubernetes.js";

const settings = {
  name: "sweep",
  image: "token-factory",
  count: 64,
  parallelism: 100,
  retries: 3,
  claim: "sweeps",
  folder: "mine"
};
type Manifest = ConstructorParameters<typeof Job>[0] & object;
const validate = (manifest: unknown): void => new Job(manifest as Manifest).validate();

describe("the manifest of a Kubernetes job", () => {
  const manifest = jobManifest(settings);
  it("is valid by the schema of batch/v1", () => expect(() => validate(manifest)).not.toThrow());
  it.each([
    ["completionMode", {...manifest, spec: {...manifest.spec, completionMode: "Indexd"}}],
    ["completions", {...manifest, spec: {...manifest.spec, completions: "64"}}],
    ["template", {...manifest, spec: {...manifest.spec, template: undefined}}],
    ["kind", {...manifest, kind: "Jobs"}]
  ])("would not be with a wrong %s", (_, wrong) => expect(() => validate(wrong)).toThrow());
  it("requests one pod per shard, each retried separately", () => {
    expect(manifest.spec).toMatchObject({
      completionMode: "Indexed",
      completions: 64,
      parallelism: 64,
      backoffLimitPerIndex: 3,
      template: {spec: {restartPolicy: "Never"}}
    });
  });
  it("has only fields that the schema knows", () => {
    const known = [
      "completionMode",
      "completions",
      "parallelism",
      "backoffLimitPerIndex",
      "maxFailedIndexes",
      "podFailurePolicy",
      "template"
    ];
    expect(Object.keys(manifest.spec).sort()).toEqual(known.sort());
  });
});

describe("the status of a Kubernetes job", () => {
  it("lists indices as ranges", () => expect(indicesOf("0-2,5")).toEqual([0, 1, 2, 5]));
  it("shards that have not ended run or wait", () => {
    const status = {active: 1, completedIndexes: "0,2", failedIndexes: "3"};
    expect(readStatus(JSON.stringify({status}), [0, 1, 2, 3, 4])).toEqual({running: [1], pending: [4]});
  });
  it("nothing is alive once it has ended", () => {
    const status = {conditions: [{type: "Failed", status: "True"}]};
    expect(readStatus(JSON.stringify({status}), [0, 1])).toEqual({running: [], pending: []});
  });
});
