import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import fc from "fast-check";
import {program} from "../../cli/program.js";
import {InputError} from "../../lib/sheet/error.js";
import {printedBy} from "../cli/printed.js";
import type {Attempt} from "./attempt.js";
import {mutated} from "./hostile.js";

const spec =
  "title: T\nmonths: 1\naxes:\n  place: {cell: 'cluster[boreal-b200].facility', values: [lulea, dallas]}\ndraws: 4\n" +
  "outputs:\n  headline: [value_per_cost]\n";

/** Folders of a finished sweep with one bookkeeping file changed, to be merged, queried and watched. */
export async function damagedSweeps(): Promise<fc.Arbitrary<Attempt>> {
  const folder = mkdtempSync(`${tmpdir()}/token-factory-sweep-`);
  const sound = `${folder}/sound`;
  writeFileSync(`${folder}/spec.yaml`, spec);
  await printedBy(() => program(["sweep", `${folder}/spec.yaml`, "--out", sound, "--shards", "2"]));
  const files = readdirSync(sound, {recursive: true, encoding: "utf8"}).filter((name) => /\.(json|yaml)$/.test(name));
  const calls = [["merge"], ["query", "select count(*) as n from runs"], ["sweep", "--watch"], ["sweep", "--resume"]];
  return fc.tuple(fc.constantFrom(...files), fc.constantFrom(...calls)).chain(([name, call]) =>
    mutated(readFileSync(`${sound}/${name}`, "utf8")).map((text) => ({
      input: `${call.join(" ")} with ${name}: ${text.slice(0, 300)}`,
      run: () => tryIn(folder, sound, {name, text, call})
    }))
  );
}

interface Damage {
  name: string;
  text: string;
  call: readonly string[];
}

/** A file beside the folder must survive, whatever the bookkeeping says. */
async function tryIn(folder: string, sound: string, {name, text, call: [command, ...rest]}: Damage): Promise<string> {
  const damaged = `${folder}/damaged`;
  rmSync(damaged, {recursive: true, force: true});
  cpSync(sound, damaged, {recursive: true});
  mkdirSync(`${folder}/victim`, {recursive: true});
  writeFileSync(`${damaged}/${name}`, text);
  const args =
    command === "sweep" ? ["sweep", `${folder}/spec.yaml`, "--out", damaged, ...rest] : [command!, damaged, ...rest];
  const outcome = await printedBy(() => program(args)).catch((error: unknown) => ({error}));
  if (!existsSync(`${folder}/victim`)) throw new Error("a folder beside the sweep is gone");
  if ("error" in outcome) throw outcome.error;
  if (outcome.code === 2) throw new InputError(outcome.printed || "the help");
  return outcome.printed;
}
