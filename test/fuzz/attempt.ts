import {DefinitionError, InputError} from "../../lib/sheet/error.js";

/** An input, described in words, and the product's response: a result or an error. */
export interface Attempt {
  input: string;
  run: () => Promise<string> | string;
}

/** The outcome of an attempt; `fault` describes what no user should see. */
export type Outcome = {kind: "answered" | "refused"} | {kind: "failed"; fault: string};

/** Makes an attempt and judges it: a finite answer, or one sentence without a stack, within a few seconds. */
export async function outcomeOf({run}: Attempt): Promise<Outcome> {
  const start = process.cpuUsage();
  const outcome = await Promise.resolve().then(run).then(judgeAnswer, judgeError);
  const {user, system} = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const most = outcome.kind === "answered" ? SECONDS_OF_WORK : SECONDS_OF_REFUSAL;
  return seconds > most ? {kind: "failed", fault: `took ${seconds.toFixed(0)} s`} : outcome;
}

const SECONDS_OF_REFUSAL = 10;
/** Time for a study of thousands of draws on a busy machine. */
const SECONDS_OF_WORK = 120;
/** Length of a sentence with a place, a shortened value, suggestions and a drawing. */
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
