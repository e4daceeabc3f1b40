import {expect, it} from "vitest";
import {project} from "../model/project.js";
import {kindsOf} from "./kinds.js";
import {tallyLine, tryKind} from "./try-kind.js";

const SECONDS = 6;

it("hostile input is answered with finite numbers or refused in a sentence", {timeout: 300_000}, async () => {
  const faults: string[] = [];
  for (const kind of await kindsOf(project, {heavy: false})) {
    const tally = await tryKind(kind, {seconds: SECONDS * kind.share, inputs: 400, seed: 2026});
    console.info(tallyLine(kind.name, tally));
    faults.push(...tally.faults);
  }
  expect(faults).toEqual([]);
});
