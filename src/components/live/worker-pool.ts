import type {Draws} from "../../lib/uncertainty/study.js";
import {workerError} from "../load/load-error.js";
import {untilLoaded} from "../load/until-loaded.js";
import {KEPT, type DrawOrder, type PageStudy} from "./draw-order.js";

/** Draws that a worker takes at a time. */
const PART = 64;

/** A study for the pool. */
export interface Task {
  id: number;
  study: PageStudy;
}

export interface RunOptions {
  /** Ends the work. */
  signal?: AbortSignal;
  /** Number of workers left idle, so that a reader's actions have cores. At least one always works. */
  spare?: number;
}

/**
 * Workers that share the draws of studies. They stay alive, so that another study of the same inputs starts at once.
 */
export class WorkerPool {
  private readonly members: Member[];
  private tasks = 0;

  constructor(size: number) {
    this.members = Array.from({length: size}, () => new Member());
  }

  take(study: PageStudy): Task {
    return {id: ++this.tasks, study};
  }

  /** Runs draws `from` up to, but excluding, `to` in parts, and hands over each. Throws what a worker throws. */
  async run(
    task: Task,
    from: number,
    to: number,
    give: (part: Draws) => void,
    {signal, spare = 0}: RunOptions = {}
  ): Promise<void> {
    let next = from;
    const part = (): Part | undefined => {
      if (signal?.aborted || next >= to) return undefined;
      const start = next;
      next = Math.min(start + PART, to);
      return {task, from: start, to: next};
    };
    const work = async (member: Member): Promise<void> => {
      for (let draws; (draws = await member.run(part));) give(draws);
    };
    await Promise.all(this.working(spare).map(work));
  }

  private working(spare: number): readonly Member[] {
    return this.members.slice(0, Math.max(1, this.members.length - spare));
  }
}

/** Whether two studies have the same columns and inputs. */
function isLike(one: PageStudy, other: PageStudy): boolean {
  const same = ["inputs", "months", "start", "outputs", "series", "correlations"] as const;
  return (
    same.every((name) => one[name] === other[name]) && JSON.stringify(one.formulas) === JSON.stringify(other.formulas)
  );
}

interface Part {
  task: Task;
  from: number;
  to: number;
}

interface Waiting {
  resolve: (part: Draws) => void;
  reject: (error: Error) => void;
}

class Member {
  private worker: Worker | undefined;
  private waiting: Waiting | undefined;
  private answered: Promise<unknown> = Promise.resolve();
  private told: readonly Task[] = [];

  /** Runs a part that is chosen once all earlier ones are answered, so that an abandoned part is never started. */
  run(choose: () => Part | undefined): Promise<Draws | undefined> {
    const answer = this.answered.then(() => {
      const part = choose();
      return part && untilLoaded(() => this.ask(part));
    });
    this.answered = answer.catch(() => undefined);
    return answer;
  }

  private ask({task, from, to}: Part): Promise<Draws> {
    if (!this.told.some(({id}) => id === task.id)) this.tell(task);
    this.post({id: task.id, from, to});
    return new Promise((resolve, reject) => (this.waiting = {resolve, reject}));
  }

  private tell({id, study}: Task): void {
    const {design, scheme, at} = study;
    const base = this.told.findLast((one) => isLike(study, one.study));
    this.post(base ? {id, base: base.id, changes: {design, at, ...(scheme && {scheme})}} : {id, study});
    this.told = [...this.told, {id, study}].slice(-KEPT);
  }

  private started(): Worker {
    return (this.worker ??= this.start());
  }

  private post(order: DrawOrder): void {
    this.started().postMessage(order);
  }

  private start(): Worker {
    const worker = new Worker(import.meta.resolve("./draw-worker.js"), {type: "module"});
    worker.onmessage = ({data}: MessageEvent<Draws>) => this.waiting?.resolve(data);
    worker.onerror = (event) => this.stop(workerError("the worker that draws ranges", event));
    return worker;
  }

  /** The next order starts another worker, which knows no study yet. */
  private stop(error: Error): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.told = [];
    this.waiting?.reject(error);
  }
}
