import {readFileSync} from "node:fs";
import {root} from "../scripts/paths.js";

const read = (name: string): string => readFileSync(`${root}sweeps/${name}`, "utf8");
const {runs, shards, points} = JSON.parse(read("build-out/manifest.json")) as Record<string, number>;

process.stdout.write(
  JSON.stringify({
    spec: read("build-out.yaml"),
    commands: read("build-out/commands.sh"),
    seconds: Number(read("build-out/seconds.txt")),
    runs,
    shards,
    points
  })
);
