import {describe, expect, it} from "vitest";
import {identityEntries, scenarioHash, versionText, type HashedScenario} from "../../lib/export/identity.js";
import {about} from "../../lib/export/about.js";

const scenario: HashedScenario = {
  model: "chain",
  start: "2026-12",
  months: 60,
  overrides: [{cell: "parameter.realised_share", value: "0.3", place: "a file"}],
  formulas: []
};
const hash = (change: Partial<HashedScenario> = {}): Promise<string> => scenarioHash({...scenario, ...change});

describe("the hash of a scenario", () => {
  it("covers its settings, wherever they are written", async () => {
    const [override] = scenario.overrides;
    expect(await hash()).toMatch(/^[0-9a-f]{64}$/);
    expect(await hash({overrides: [{...override!, place: "an address"}]})).toBe(await hash());
    expect(await scenarioHash({...scenario, overrides: []}, [override!])).toBe(await hash());
  });
  it("differs for another value, month, length or formula", async () => {
    const formulas = [{column: "economy.twice", text: "2 * c.tokens"}] as HashedScenario["formulas"];
    const changed = await Promise.all([
      hash(),
      hash({overrides: [{cell: "parameter.realised_share", value: "0.31", place: ""}]}),
      hash({start: "2027-01"}),
      hash({months: 59}),
      hash({formulas})
    ]);
    expect(new Set(changed).size).toBe(changed.length);
  });
});

it("a file's metadata name version, commit, scenario, seed and draws as far as known", () => {
  const identity = {commit: "163a26b1c2d3", model: "m", scenario: "s", design: {seed: 7, draws: 64}};
  expect(Object.fromEntries(identityEntries(identity))).toEqual({
    version: about.version,
    commit: "163a26b1c2d3",
    scenario_hash: "s",
    seed: "7",
    draws: "64"
  });
  expect(Object.fromEntries(identityEntries({commit: "", model: "m", scenario: ""}))).toEqual({
    version: about.version,
    seed: "none",
    draws: "0"
  });
  expect([versionText(), versionText("163a26b1c2d3")]).toEqual([
    about.version,
    `${about.version}, commit 163a26b1c2d3`
  ]);
});
