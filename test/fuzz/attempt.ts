import {DefinitionError, InputError} from "../../lib/sheet/error.js";

/** One input, in words, and what the product makes of it: what it prints or gives, or the error that it throws. */
export interface Attempt {
  input: string;
  run: () => Promise<string> | string;
}

/** How an attempt ended; `fault` says what no user should see. */
export type Outcome = {kind: "answered" | "refused"} | {kind: "failed"; fault: string};

/** Runs an attempt and judges it: a finite answer, or one sentence without a stack, in a few seconds. */
export async function outcomeOf({run}: Attempt): Promise<Outcome> {
  const start = process.cpuUsage();
  const outcome = await Promise.resolve().then(run).then(judgeAnswer, judgeError);
  const {user, system} = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const most = outcome.kind === "answered" ? SECONDS_OF_WORK : SECONDS_OF_REFUSAL;
  return seconds > most ? {kind: "failed", fault: `took ${seconds.toFixed(0)} s`} : outcome;
}

const SECONDS_OF_REFUSAL = 10;
/** A study of thousands of draws, on a machine that does other work. */
const SECONDS_OF_WORK = 120;
/** A sentence with a place, a value that is cut, near misses and a drawing of the place. */
const MOST_CHARACTERS = 2500;

function judgeAnswer(answer: string): Outcome {
  const odd = /(?<![\w"'\\])(NaN|-?Infinity|undefined|\[object Object\])(?![\w"'])/.exec(answer);
  return odd ? {kind: "failed", fault: `answers ${around(answer, odd.index)}`} : {kind: "answered"};
}

function judgeError(error: unknown): Outcome {
  if (!(error instanceof InputError || error instanceof DefinitionError))
    return {kind: "failed", fault: error instanceof Error ? (error.stack ?? error.message) : String(error)};
  const {message} = error;
  if (message.length > MOST_CHARACTERS) return {kind: "failed", fault: `a message of ${message.length} characters`};
  if (/\n\s+at .*:\d+:\d+/.test(message)) return {kind: "failed", fault: `a stack: ${message}`};
  return message.trim() === "" ? {kind: "failed", fault: "an empty message"} : {kind: "refused"};
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 60), at + 40);
}
