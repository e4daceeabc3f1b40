import {execFileSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {expect, it} from "vitest";

const LIMIT = 120;

it("no line of TypeScript or JavaScript is longer than 120 characters", () => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.js"], {encoding: "utf8"});
  const long = files
    .trim()
    .split("\n")
    .flatMap((file) => longLines(file, readFileSync(file, "utf8")));
  expect(long).toEqual([]);
});

function longLines(file: string, text: string): string[] {
  return text.split("\n").flatMap((line, i) => (line.length > LIMIT ? [`${file}:${i + 1}`] : []));
}
