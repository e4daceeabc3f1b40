import {spawn, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";

/** An sshd on the loopback interface that stands for two machines. */
export interface Sshd {
  /** The ssh command, with the machines' keys and names. */
  ssh: string;
  hosts: string;
  down: () => void;
}

const port = 16822;

/** Starts sshd in its own folder, as root, with its own keys. Throws if it does not answer. */
export async function startSshd(folder: string): Promise<Sshd> {
  mkdirSync(folder, {recursive: true, mode: 0o700});
  mkdirSync("/run/sshd", {recursive: true});
  for (const key of ["host", "user"])
    spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", `${folder}/${key}`]);
  writeFileSync(`${folder}/authorized`, readFileSync(`${folder}/user.pub`), {mode: 0o600});
  writeFileSync(
    `${folder}/sshd_config`,
    [
      `Port ${port}`,
      ...["127.0.0.2", "127.0.0.3"].map((address) => `ListenAddress ${address}`),
      `HostKey ${folder}/host`,
      `AuthorizedKeysFile ${folder}/authorized`,
      ...["UsePAM no", "StrictModes no", "PermitRootLogin yes", "PasswordAuthentication no", "MaxStartups 50:30:100"],
      `PidFile ${folder}/sshd.pid\n`
    ].join("\n")
  );
  const machine = (name: string, address: string): string => `Host ${name}\n  HostName ${address}\n`;
  writeFileSync(
    `${folder}/ssh_config`,
    `${machine("w1", "127.0.0.2")}${machine("w2", "127.0.0.3")}Host *\n  Port ${port}\n  User root\n  IdentityFile ` +
      `${folder}/user\n  IdentitiesOnly yes\n  StrictHostKeyChecking no\n  UserKnownHostsFile ` +
      `${folder}/known\n  LogLevel ERROR\n`
  );
  const daemon = spawn("/usr/sbin/sshd", ["-D", "-f", `${folder}/sshd_config`, "-E", `${folder}/sshd.log`], {
    stdio: "ignore"
  });
  const ssh = `ssh -F ${folder}/ssh_config`;
  const answers = (): boolean =>
    spawnSync("ssh", ["-F", `${folder}/ssh_config`, "w1", "true"], {timeout: 5000}).status === 0;
  for (let i = 0; i < 50 && !answers(); ++i) await sleep(100);
  if (!answers())
    throw new Error(
      `sshd does not answer: ${existsSync(`${folder}/sshd.log`) ? readFileSync(`${folder}/sshd.log`, "utf8") : ""}`
    );
  return {ssh, hosts: "2/w1,2/w2", down: () => void daemon.kill()};
}
