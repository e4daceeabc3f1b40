import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {program} from "../../cli/program.js";

let printed = "";
let told = "";
const folder = mkdtempSync(`${tmpdir()}/token-factory-sweep-`);
const spec = `${folder}/spec.yaml`;
writeFileSync(
  spec,
  "title: T\nmonths: 2\naxes:\n  place: {cell: 'cluster[boreal-b200].facility', values: [lulea, dallas]}\ndraws: " +
    "20\noutputs:\n  headline: [value_per_cost]\n  quantiles: [value_per_cost]\n"
);

beforeEach(() => {
  printed = "";
  told = "";
  vi.spyOn(console, "error").mockImplementation((text: string) => void (told += `${text}\n`));
  const keep = (text: string | Uint8Array): boolean => ((printed += String(text)), true);
  vi.spyOn(console, "log").mockImplementation((text: string) => void keep(`${text}\n`));
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(() => true);
});
afterEach(() => void vi.restoreAllMocks());

const command = async (args: readonly string[]): Promise<number> => program(args);

describe("sweep", () => {
  it("--dry-run measures and writes nothing", async () => {
    expect(await command(["sweep", spec, "--dry-run"])).toBe(0);
    expect(printed).toMatch(/^40 runs: 2 points x 20 draws, in 1 shards on local\n {2}\d+ s of one core/);
  });
  it("computes, merges and answers queries; a second start needs --resume", async () => {
    const out = `${folder}/out`;
    expect(await command(["sweep", spec, "--out", out, "--shards", "2"])).toBe(0);
    expect(printed).toContain("40 runs in 4 files, each once; small tables: points, summary, quantiles");
    await expect(command(["sweep", spec, "--out", out])).rejects.toThrow("add --resume");
    await expect(command(["sweep", spec, "--out", out, "--resume", "--shards", "1"])).rejects.toThrow("was cut into 2");
    expect(await command(["sweep", spec, "--out", out, "--resume"])).toBe(0);
    printed = "";
    await command(["query", out, "select place, count(*)::int as n from runs group by place order by place"]);
    expect(printed).toBe("place,n\ndallas,40\nlulea,40\n");
    printed = "";
    await command(["query", out, "select month, runs from summary where place = 'lulea' order by month", "--json"]);
    expect(printed).toBe('{"month":0,"runs":20}\n{"month":1,"runs":20}\n');
    await expect(command(["query", out, "select x from runs"])).rejects.toThrow(
      "tables: runs, counts, points, summary, quantiles"
    );
    printed = "";
    await command([
      "query",
      out,
      "select count(*)::int as n from summary s join quantiles q using (point, month) where abs(s.p50 / q.p50 - 1) " +
        "> 0.1"
    ]);
    expect(printed).toBe("n\n0\n");
  });
  it("a truncated plan is rebuilt, and keeps what is done", async () => {
    const out = `${folder}/cut`;
    cpSync(`${folder}/out`, out, {recursive: true});
    const plan = readFileSync(`${out}/_sweep/plan.json`, "utf8");
    writeFileSync(`${out}/_sweep/plan.json`, plan.slice(0, 20));
    await expect(command(["merge", out])).rejects.toThrow("plan.json: damaged: expected JSON");
    await expect(command(["sweep", spec, "--out", out, "--resume"])).rejects.toThrow("add --shards");
    expect(await command(["sweep", spec, "--out", out, "--resume", "--shards", "2"])).toBe(0);
    expect(told).toContain("rebuilt; 2 of 2 shards are kept");
    expect(readFileSync(`${out}/_sweep/plan.json`, "utf8")).toBe(plan);
  });
  it("a query of an unfinished sweep says so first, and reads only parts that shards wrote", async () => {
    const out = `${folder}/part`;
    cpSync(`${folder}/out`, out, {recursive: true});
    cpSync(`${out}/runs/place=lulea`, `${out}/runs/place=copied`, {recursive: true});
    const count = async (): Promise<string> => {
      printed = "";
      await command(["query", out, "select count(*)::int as n from runs"]);
      return printed;
    };
    expect(await count()).toBe("n\n80\n");
    expect(told).toMatch(/: \d files that no receipt lists are ignored, such as runs\/place=copied/);
    rmSync(`${out}/_sweep/done/000001.json`);
    expect(await count()).toBe("n\n40\n");
    expect(told).toContain("part: unfinished: 20 of 40 runs, 1 of 2 shards: continue with sweep --resume");
    writeFileSync(`${out}/summary.parquet`, "cut off");
    await expect(command(["query", out, "select * from summary"])).rejects.toThrow("summary cannot be read");
  });
  it.each([
    [["slurm"], "sbatch not found"],
    [["kubernetes"], "--engine kubernetes: kubectl: "],
    [["ssh", "--hosts", "2/node1"], "GNU parallel not found"],
    [["local", "--workers", "0"], "--workers: expected a whole number"]
  ])("an engine that can't start leaves nothing: %j", async (engine, message) => {
    const out = `${folder}/none`;
    vi.stubEnv("PATH", "");
    await expect(command(["sweep", spec, "--out", out, "--shards", "1", "--engine", ...engine])).rejects.toThrow(
      message
    );
    vi.unstubAllEnvs();
    expect(existsSync(out)).toBe(false);
  });
  it("--assumptions applies to the sweep, its workers, a later --resume and the merge", async () => {
    const out = `${folder}/own`;
    const assumptions = `${folder}/assumptions`;
    cpSync("assumptions", assumptions, {recursive: true});
    writeFileSync(
      `${assumptions}/source.csv`,
      readFileSync(`${assumptions}/source.csv`, "utf8").replace(/\n$/, "\n\n")
    );
    expect(await command(["--assumptions", assumptions, "sweep", spec, "--out", out, "--shards", "1"])).toBe(0);
    await expect(command(["--assumptions", "assumptions", "sweep", spec, "--out", out, "--resume"])).rejects.toThrow(
      "another model or other assumptions"
    );
    rmSync(assumptions, {recursive: true});
    expect(await command(["sweep", spec, "--out", out, "--resume"])).toBe(0);
    expect(await command(["merge", out])).toBe(0);
  });
  it.each([
    [["sweep", `${folder}/none.yaml`], "cannot be read"],
    [["sweep", spec], "--out is missing"],
    [["sweep", spec, "--engine", "slrm"], "did you mean slurm?"],
    [["sweep", spec, "--out", `${folder}/a`, "--shards", "3"], "--shards: expected a whole number between 1 and 2"],
    [["sweep", spec, "--out", `${folder}/b`, "--shards", "1", "--engine", "ssh"], "needs --hosts"],
    [["sweep", spec, "--dry-run", "--assumptions", `${folder}/none`], "no such folder"],
    [["sweep", spec, "--out", `${folder}/c`, "--watch"], "no sweep in this folder"],
    [["sweep", spec, "--out", `${folder}/c`, "--cancel"], "no sweep in this folder"],
    [["sweep", spec, "--out", ""], '--out: expected a path, got ""'],
    [["sweep", spec, "--out", "/proc/x/y"], "--out /proc/x/y: cannot be written"],
    [["sweep", spec, "--out", spec], "part of the path is a file"],
    [["merge", `${folder}/none`], "folder not found"],
    [["merge", `${folder}/none`, "--assumptions", "assumptions"], "omit the flag"],
    [["query", `${folder}/none`, "select 1", "--assumptions", "assumptions"], "omit the flag"],
    [["query", `${folder}/none`, "select 1"], "no table of a sweep"]
  ])("%j says what is wrong", async (args, message) => expect(command(args)).rejects.toThrow(message));
});
