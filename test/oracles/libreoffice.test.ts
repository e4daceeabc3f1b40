import {group} from "d3-array";
import {describe, expect, it} from "vitest";
import {keysOf} from "../../lib/sheet/index.js";
import {published, random} from "../export/compared.js";
import {disagreementsInOffice, office} from "./libreoffice.js";

describe.skipIf(office === undefined)(
  "LibreOffice computes every value of a workbook to 1e-9",
  {timeout: 1_500_000},
  () => {
    it.each(published)("of $name, in all months", async ({run}) =>
      expect(await disagreementsInOffice(run)).toEqual([[]])
    );
    it("of 25 random scenarios, entered one after another where they have the same rows", async () => {
      const alike = group(random, ({run}) => keysOf(run, "serving_option").length);
      for (const scenarios of alike.values()) {
        const [first, ...further] = scenarios.map(({run}) => run);
        const found = await disagreementsInOffice(first!, ...further);
        for (const [i, {name}] of scenarios.entries()) expect(found[i], name).toEqual([]);
      }
    });
  }
);
