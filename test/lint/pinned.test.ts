import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";

const workflows = readdirSync(".github/workflows").map((name) => `.github/workflows/${name}`);

describe.each(workflows)("%s", (file) => {
  const text = readFileSync(file, "utf8");
  it("pins every action by digest, with its version beside it", () => {
    const uses = [...text.matchAll(/uses: *(.+)$/gm)].map(([, action = ""]) => action);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/^[\w/-]+@[0-9a-f]{40} # v[\d.]+$/.test(action))).toEqual([]);
  });
  it("gives no permission to write to a job that installs packages", () => {
    const jobs = text.slice(text.indexOf("\njobs:")).split(/\n {2}(?=\w+:\n)/);
    const installing = jobs.filter((job) => /npm (ci|install)|\.ci\/run/.test(job));
    expect(installing.length).toBeGreaterThan(0);
    for (const job of [text.slice(0, text.indexOf("\njobs:")), ...installing]) expect(job).not.toMatch(/: write/);
  });
});

it("the image of the workers starts from a digest", () =>
  expect(readFileSync("cli/sweep/Dockerfile", "utf8")).toMatch(/^FROM \S+@sha256:[0-9a-f]{64}$/m));

it("every dependency is pinned to one version, which the lock file holds with its hash", () => {
  const {dependencies, devDependencies} = read("package.json") as Record<string, Record<string, string>>;
  for (const version of Object.values({...dependencies, ...devDependencies}))
    expect(version).toMatch(/^(npm:\S+@)?\d+\.\d+\.\d+/);
  const {packages} = read("package-lock.json") as {packages: Record<string, {integrity?: string; inBundle?: boolean}>};
  const loose = Object.entries(packages).filter(
    ([path, {integrity, inBundle}]) => path !== "" && !inBundle && !integrity
  );
  expect(loose.map(([path]) => path)).toEqual([]);
});

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
