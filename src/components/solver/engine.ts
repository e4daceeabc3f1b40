import {FileAttachment} from "observablehq:stdlib";
import type {Engine, Outcome} from "../../lib/optimise/engine.js";
import type {Matrix} from "../../lib/optimise/program.js";
import {LoadError} from "../load/load-error.js";
import type {Answer, Question} from "./worker.js";

const SOLVER = "the solver";
const highs = FileAttachment("../../vendor/highs.js");
const wasm = FileAttachment("../../vendor/highs.wasm");

/** HiGHS in a worker of its own, loaded on first use and stopped when its work is no longer needed. */
export class WorkerEngine implements Engine {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private id = 0;

  async solve(matrix: Matrix): Promise<Outcome> {
    const answer = await this.ask(matrix);
    if ("outcome" in answer) return answer.outcome;
    if ("error" in answer) throw new Error(answer.error);
    // A worker caches a failed module; the next question starts another worker.
    this.end();
    throw new LoadError(SOLVER, answer.unloaded);
  }

  /** Stops its work; pending promises never settle. */
  stop(): void {
    if (this.waiting.size > 0) this.end();
  }

  private end(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.waiting.clear();
  }

  private ask(matrix: Matrix): Promise<Answer> {
    const worker = (this.worker ??= this.start());
    const id = ++this.id;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      worker.postMessage({id, matrix, module: absolute(highs.href), wasm: absolute(wasm.href)} satisfies Question);
    });
  }

  private start(): Worker {
    const worker = new Worker(import.meta.resolve("./worker.js"), {type: "module"});
    worker.addEventListener("message", ({data}: MessageEvent<Answer>) => {
      this.waiting.get(data.id)?.(data);
      this.waiting.delete(data.id);
    });
    worker.addEventListener("error", ({message}) => {
      const problem = message ? {error: `${SOLVER} stopped: ${message}`} : {unloaded: "the file did not arrive"};
      for (const [id, resolve] of this.waiting) resolve({id, ...problem});
      this.end();
    });
    return worker;
  }
}

function absolute(href: string): string {
  return new URL(href, location.href).href;
}
