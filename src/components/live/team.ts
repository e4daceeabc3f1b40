import type {Draws, Study} from "../../lib/uncertainty/study.js";
import type {DrawOrder, DrawPart} from "./draw-worker.js";

/** Draws that a worker takes at once. */
const PART = 64;

/** Workers that share the draws of studies. They stay, so that another study of the same inputs begins at once. */
export class Team {
  private readonly members: Member[];
  private last: {id: number; study: Study} | undefined;
  private ids = 0;

  constructor(size: number) {
    this.members = Array.from({length: size}, () => new Member());
  }

  /** Tells all of a study, and gives the number by which parts of it are asked for. */
  take(study: Study): number {
    const id = ++this.ids;
    const {design, scheme, at} = study;
    const order: DrawOrder =
      this.last && scheme?.kind !== "variants" && isLike(study, this.last.study)
        ? {id, base: this.last.id, changes: {design, at, ...(scheme && {scheme})}}
        : {id, study};
    for (const member of this.members) member.tell(order);
    this.last = {id, study};
    return id;
  }

  /** Has draws `from` to before `to` run, part by part, and hands over each. Throws what a worker throws. */
  async run(id: number, from: number, to: number, give: (part: Draws) => void, signal?: AbortSignal): Promise<void> {
    let next = from;
    const work = async (member: Member): Promise<void> => {
      while (next < to && !signal?.aborted) {
        const start = next;
        next = Math.min(start + PART, to);
        give(await member.run({id, from: start, to: next}));
      }
    };
    await Promise.all(this.members.map(work));
  }
}

/** Whether a study asks the same columns of the same inputs. */
function isLike(one: Study, other: Study): boolean {
  const same = ["inputs", "months", "start", "outputs", "series", "correlations"] as const;
  return (
    same.every((name) => one[name] === other[name]) && JSON.stringify(one.formulas) === JSON.stringify(other.formulas)
  );
}

interface Waiting {
  resolve: (part: Draws) => void;
  reject: (error: Error) => void;
}

class Member {
  private readonly worker = new Worker(import.meta.resolve("./draw-worker.js"), {type: "module"});
  /** Answers come in the order of the orders. */
  private readonly waiting: Waiting[] = [];

  constructor() {
    this.worker.onmessage = ({data}: MessageEvent<Draws>) => this.waiting.shift()?.resolve(data);
    this.worker.onerror = ({message}) => {
      for (const {reject} of this.waiting.splice(0)) reject(new Error(`a worker stopped: ${message}`));
    };
  }

  run(part: DrawPart): Promise<Draws> {
    this.tell(part);
    return new Promise((resolve, reject) => this.waiting.push({resolve, reject}));
  }

  tell(order: DrawOrder): void {
    this.worker.postMessage(order);
  }
}
