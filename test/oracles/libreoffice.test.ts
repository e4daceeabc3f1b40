import {beforeAll, describe, expect, it} from "vitest";
import {published, random} from "../export/compared.js";
import {disagreementsInOffice, office} from "./libreoffice.js";

describe.skipIf(office === undefined)("LibreOffice computes every value of a workbook to 1e-9", () => {
  const compared = [...published, ...random];
  let found: string[][];
  beforeAll(async () => {
    found = await disagreementsInOffice(compared.map(({run}) => run));
  }, 1_500_000);

  it.each(published)("of $name, in all months", (one) => expect(found[compared.indexOf(one)]).toEqual([]));
  it("of 25 random scenarios", () => {
    for (const one of random) expect(found[compared.indexOf(one)], one.name).toEqual([]);
  });
});
