import {spawn} from "node:child_process";

/** A program's exit code and output. */
export interface Ended {
  code: number;
  output: string;
  errors: string;
}

/** Runs a program to its end; exit code 127 if it is not found. */
export function command(program: string, args: readonly string[], input?: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"]});
    let output = "";
    let errors = "";
    child.stdout!.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr!.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.on("error", ({message}) => resolve({code: 127, output, errors: message}));
    child.on("close", (code) => resolve({code: code ?? 1, output, errors}));
    child.stdin?.end(input);
  });
}
