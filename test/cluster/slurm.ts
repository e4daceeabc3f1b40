import {spawnSync} from "node:child_process";
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {hostname} from "node:os";
import {randomBytes} from "node:crypto";
import {setTimeout as sleep} from "node:timers/promises";

/** A Slurm with a few nodes on the loopback interface, without systemd, cgroups or database. */
export interface Slurm {
  /** Value of SLURM_CONF. */
  conf: string;
  /** Ends the daemon of a node or the controller; `name` is that of its pid file. */
  kill: (name: string, signal: NodeJS.Signals) => void;
  startController: () => void;
  /** Starts a node's daemon. */
  startNode: (name: string) => void;
  down: () => Promise<void>;
}

const port = 16817;

/** Starts Slurm in its own folder, as root. Throws if a daemon does not start. */
export async function startSlurm(folder: string, nodes: number, cpus: number): Promise<Slurm> {
  const [keys, socket] = [`${folder}/key`, `${folder}/munge/socket`];
  mkdirSync(keys, {recursive: true, mode: 0o700});
  mkdirSync(`${folder}/munge`, {recursive: true});
  mkdirSync(`${folder}/state`, {recursive: true});
  chmodSync(folder, 0o755);
  writeFileSync(`${keys}/munge.key`, randomBytes(1024), {mode: 0o400});
  const conf = `${folder}/slurm.conf`;
  writeFileSync(conf, config(folder, socket, nodes, cpus));
  process.env.SLURM_CONF = conf;
  const munge = [
    "key-file=key/munge.key",
    "socket=munge/socket",
    "pid-file=munged.pid",
    "log-file=key/munged.log",
    "seed-file=key/seed"
  ];
  run(
    "munged",
    munge.map((flag) => `--${flag.replace("=", `=${folder}/`)}`)
  );
  run("slurmctld", []);
  const startNode = (name: string): void => run("slurmd", ["-N", name]);
  for (let node = 1; node <= nodes; ++node) startNode(`n${node}`);
  await ready(nodes);
  return {
    conf,
    kill: (name, signal) => process.kill(pidOf(folder, name)!, signal),
    startController: () => run("slurmctld", []),
    startNode,
    down: () => down(folder)
  };
}

/** Waits until enough nodes are idle, not counting `idle*`, which means a node that does not answer. */
export async function ready(nodes: number): Promise<void> {
  for (let i = 0; i < 300; ++i) {
    const {stdout} = spawnSync("sinfo", ["-h", "-N", "-o", "%T"], {encoding: "utf8", timeout: 5000});
    if (stdout.split("\n").filter((state) => state === "idle").length >= nodes) return;
    await sleep(100);
  }
  throw new Error(`Slurm's nodes did not become idle: ${spawnSync("sinfo", {encoding: "utf8"}).stdout}`);
}

function run(program: string, args: readonly string[]): void {
  const {status, stderr, error} = spawnSync(program, args, {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    timeout: 20_000
  });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}

/** The daemons of the folder, by pid file, if the process is indeed such a daemon. */
async function down(folder: string): Promise<void> {
  const names = readdirSync(folder).flatMap((name) => (name.endsWith(".pid") ? [name.slice(0, -4)] : []));
  for (const name of names.sort((a) => (a === "munged" ? 1 : -1))) {
    const pid = pidOf(folder, name);
    if (pid === undefined) continue;
    process.kill(pid, "SIGTERM");
    for (let i = 0; i < 100 && existsSync(`/proc/${pid}`); ++i) await sleep(50);
    if (existsSync(`/proc/${pid}`)) process.kill(pid, "SIGKILL");
  }
}

function pidOf(folder: string, name: string): number | undefined {
  try {
    const pid = Number(readFileSync(`${folder}/${name}.pid`, "utf8"));
    return /^(munged|slurmctld|slurmd)\n$/.test(readFileSync(`/proc/${pid}/comm`, "utf8")) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function config(folder: string, socket: string, nodes: number, cpus: number): string {
  const host = hostname().split(".")[0]!;
  return [
    "ClusterName=loopback",
    `SlurmctldHost=${host}(127.0.0.1)`,
    `SlurmctldPort=${port}`,
    "CommunicationParameters=NoCtldInAddrAny,NoInAddrAny",
    "AuthType=auth/munge",
    `AuthInfo=socket=${socket}`,
    "CredType=cred/munge",
    "SlurmUser=root",
    "SlurmdUser=root",
    `StateSaveLocation=${folder}/state`,
    `SlurmdSpoolDir=${folder}/%n`,
    `SlurmctldPidFile=${folder}/slurmctld.pid`,
    `SlurmdPidFile=${folder}/slurmd-%n.pid`,
    `SlurmctldLogFile=${folder}/slurmctld.log`,
    `SlurmdLogFile=${folder}/slurmd-%n.log`,
    "SlurmdParameters=config_overrides",
    "ProctrackType=proctrack/linuxproc",
    "TaskPlugin=task/none",
    "MpiDefault=none",
    "SelectType=select/cons_tres",
    "SelectTypeParameters=CR_CPU_Memory",
    "DefMemPerCPU=256",
    "JobAcctGatherType=jobacct_gather/none",
    "AccountingStorageType=accounting_storage/none",
    "JobCompType=jobcomp/none",
    "SchedulerType=sched/backfill",
    "SchedulerParameters=sched_interval=2,bf_interval=2,batch_sched_delay=0",
    "ReturnToService=2",
    "MinJobAge=3600",
    "MaxArraySize=100001",
    "MaxJobCount=200000",
    "SlurmctldTimeout=30",
    "SlurmdTimeout=10",
    "KillWait=5",
    ...Array.from(
      {length: nodes},
      (_, i) =>
        `NodeName=n${i + 1} NodeHostname=${host} NodeAddr=127.0.0.1 Port=${port + i + 1} CPUs=${cpus} RealMemory=4000`
    ),
    "PartitionName=sweep Nodes=ALL Default=YES MaxTime=INFINITE State=UP",
    ""
  ].join("\n");
}
