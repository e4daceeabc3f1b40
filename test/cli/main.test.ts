import {spawnSync} from "node:child_process";
import {describe, expect, it} from "vitest";

/** Runs the command line in a shell, which redirects its output. */
function shell(script: string): {status: number | null; errors: string} {
  const {status, stderr} = spawnSync("bash", ["-c", `set -o pipefail; token() { node cli/bin.js "$@"; }; ${script}`], {
    encoding: "utf8"
  });
  return {status, errors: stderr.trim()};
}

describe("the command line ends with a sentence and code 2", () => {
  it.each([
    ["token run --months 1 > /dev/full", "standard output: cannot be written: the disk is full: free some space"],
    ["token run --months 1 | true", "standard output: cannot be written: its reader has closed it"],
    ["token market --figures /etc", "/etc: cannot be read"],
    ["token run --out ''", '--out: expected a path, got ""']
  ])("%s", (script, message) => {
    const {status, errors} = shell(script);
    expect([status, errors.split("\n").length]).toEqual([2, 1]);
    expect(errors).toContain(message);
  });
});
