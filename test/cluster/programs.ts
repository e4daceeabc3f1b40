import {spawnSync} from "node:child_process";

/** The packages that supply the programs for the tests. */
const packages = ["slurmctld", "slurmd", "slurm-client", "munge", "openssh-server", "openssh-client", "parallel"];
const programs = ["slurmctld", "slurmd", "sbatch", "munged", "/usr/sbin/sshd", "ssh-keygen", "parallel"];

/** Installs missing packages; returns the reason if it cannot. */
export function install(): string | undefined {
  if (process.getuid?.() !== 0) return "daemons are started as root only";
  if (missing().length === 0) return undefined;
  if (!found("apt-get")) return `there is no apt-get, and no ${missing().join(", ")}`;
  const env = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", ...packages]
  ]) {
    const {status, stderr} = spawnSync("apt-get", args, {env, encoding: "utf8", timeout: 180_000});
    if (status !== 0 && args[0] === "install") return `apt-get ${args[0]}: ${stderr.trim().split("\n").at(-1) ?? ""}`;
  }
  return missing().length === 0 ? undefined : `no ${missing().join(", ")} after installing ${packages.join(", ")}`;
}

function missing(): string[] {
  return programs.filter((program) => !found(program));
}

function found(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}
