import fc from "fast-check";
import {describe, expect, it, vi} from "vitest";
import {
  changesInWords,
  scenarioFromText,
  scenarioToText,
  type CustomScenario,
  type Setting
} from "../../src/components/live/custom-scenario.js";
import {shortLink, withOwn, withPackedOwn} from "../../src/components/live/own-address.js";
import {packed, unpacked} from "../../src/components/live/packed-scenario.js";

const own: CustomScenario = {
  parent: "power-crunch",
  title: "Dear; but 100 % mine",
  settings: [
    {cell: "parameter.cost_of_capital", value: "0.12 (0.1..0.15)"},
    {cell: "cluster[atlas-b200].count", value: "4096"}
  ]
};

describe("an own scenario in an address", () => {
  it("is readable", () => {
    expect(scenarioToText({...own, title: ""})).toBe(
      "v1;parent=power-crunch;parameter.cost_of_capital=0.12 (0.1..0.15);cluster[atlas-b200].count=4096"
    );
  });
  it("is read as it was written, whatever a value holds", () =>
    fc.assert(
      fc.property(fc.string({minLength: 1}), fc.string(), (value, title) => {
        const written = {...own, title: title.trim(), settings: [{cell: "region.name", value: value.trim()}]};
        expect(scenarioFromText(scenarioToText(written))).toEqual({own: written, problems: []});
      })
    ));
  it("is one setting, whatever its cell and its parent are called: a dropped file may name any", () => {
    const name = fc
      .stringMatching(/^[a-z][;=%&#'"\r\n\0\u2028]*[a-z]$/)
      .filter((one) => one !== "title" && one !== "parent");
    fc.assert(
      fc.property(name, name, (cell, parent) => {
        const written = {parent, title: "", settings: [{cell, value: "1"}]};
        expect(scenarioFromText(scenarioToText(written))).toEqual({own: written, problems: []});
      })
    );
  });
  it("the last of two values of a cell counts", () =>
    expect(scenarioFromText("v1;a.b=1;a.b=2").own?.settings).toEqual([{cell: "a.b", value: "2"}]));
  it("an unreadable part is reported, and leaves the rest", () => {
    expect(scenarioFromText("v1;nonsense;a.b=1;c.d=%E0%A4%A")).toEqual({
      own: {parent: "reference", title: "", settings: [{cell: "a.b", value: "1"}]},
      problems: [
        "“nonsense” in the address is ignored: expected cell=value.",
        "“c.d=%E0%A4%A” in the address is ignored: expected cell=value."
      ]
    });
    expect(scenarioFromText("v9;a.b=1")).toEqual({
      problems: ["The address contains a scenario of version “v9”; this page reads v1."]
    });
  });
  it.each([
    ["a change", {settings: [{cell: "a.b", value: "1"}]}, "v1;parent=reference;a.b=1"],
    ["a title", {title: "Mine"}, "v1;parent=reference;title=Mine"],
    ["another parent", {parent: "power-crunch"}, "v1;parent=power-crunch"],
    ["nothing", {}, null]
  ])("holds %s", (_, said, held) => {
    vi.stubGlobal("location", new URL("http://site/sheet?own=v1;parent=reference;c.d=2&table=cluster"));
    const {searchParams} = new URL(withOwn("", {parent: "reference", title: "", settings: [], ...said}));
    vi.unstubAllGlobals();
    expect([searchParams.get("own"), searchParams.get("table")]).toEqual([held, "cluster"]);
  });
  it("holds notes, which are not settings", () => {
    const written = {...own, notes: [{cell: "cluster[atlas-b200].count", text: "half = 50 %; ask"}]};
    expect(scenarioFromText(scenarioToText(written))).toEqual({own: written, problems: []});
  });
  it("is absent without changes", () => expect(scenarioFromText(null)).toEqual({problems: []}));
});

describe("changesInWords(own, taken)", () => {
  const [first, second] = own.settings as [Setting, Setting];
  it.each([
    ["what is in the address, where nothing is known of it", own, undefined, "2 inputs modified"],
    ["what was taken", own, own, "2 inputs modified"],
    ["what was not applied", own, {...own, settings: [first]}, "1 input modified, 1 not applied"],
    [
      "that nothing was taken",
      {...own, settings: [second]},
      {...own, settings: []},
      "no inputs modified, 1 not applied"
    ],
    ["another parent alone", {...own, settings: []}, undefined, "no inputs modified"]
  ])("says %s", (_, typed, taken, words) => expect(changesInWords(typed, taken)).toBe(words));
});

describe("a packed scenario", () => {
  const at = "http://site/sheet?table=cluster&own=v1;a.b=1#top";
  it("is unpacked as it was, whatever it says", () =>
    fc.assert(
      fc.asyncProperty(fc.string({unit: "grapheme", maxLength: 400}), async (text) => {
        const short = await packed(text);
        expect(short).toMatch(/^[\w-]*$/);
        expect(await unpacked(short)).toBe(text);
      }),
      {numRuns: 50}
    ));
  it("that is truncated or invalid is undefined", async () => {
    const short = await packed(scenarioToText(own));
    expect(await Promise.all([short.slice(0, -5), "%%", "AAAA"].map(unpacked))).toEqual([
      undefined,
      undefined,
      undefined
    ]);
  });
  it("is behind the hash, and the rest of the address stays", async () => {
    vi.stubGlobal("location", new URL(at));
    const link = new URL(await withPackedOwn(at, own));
    const without = new URL(await withPackedOwn(at, {parent: "reference", title: "", settings: []}));
    vi.unstubAllGlobals();
    expect([link.searchParams.get("table"), link.searchParams.get("own"), without.hash]).toEqual([
      "cluster",
      null,
      "#top"
    ]);
    expect(await unpacked(link.hash.replace("#own=z", ""))).toBe(scenarioToText(own));
  });
  it("is chosen only if it is shorter than the readable one", async () => {
    vi.stubGlobal("location", new URL("http://site/sheet"));
    const many = {
      ...own,
      settings: Array.from({length: 60}, (_, i) => ({cell: `region[place-${i}].power_price`, value: "0.07"}))
    };
    const lengths = [await shortLink("", many), withOwn("", many), await shortLink("", own), withOwn("", own)];
    vi.unstubAllGlobals();
    expect(lengths[0]!.length).toBeLessThan(lengths[1]!.length / 3);
    expect(lengths[2]!.length).toBeLessThanOrEqual(lengths[3]!.length);
  });
});
