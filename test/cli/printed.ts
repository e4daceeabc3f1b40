/** What a command printed on standard output, and its exit code. Standard error is dropped. */
export async function printedBy(run: () => Promise<number>): Promise<{code: number; printed: string}> {
  const {log, error} = console;
  const write = process.stdout.write.bind(process.stdout);
  const complain = process.stderr.write.bind(process.stderr);
  let printed = "";
  console.log = (...texts: unknown[]) => void (printed += `${texts.join(" ")}\n`);
  console.error = () => undefined;
  process.stdout.write = (text: string | Uint8Array) => ((printed += String(text)), true);
  process.stderr.write = () => true;
  try {
    return {code: await run(), printed};
  } finally {
    console.log = log;
    console.error = error;
    process.stdout.write = write;
    process.stderr.write = complain;
  }
}
