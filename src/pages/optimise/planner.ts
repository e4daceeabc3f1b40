import {frontiers} from "../../lib/optimise/frontier.js";
import {plan} from "../../lib/optimise/plan/result.js";
import type {PlanData} from "../../lib/optimise/plan/data.js";
import {scarcity} from "../../lib/optimise/scarcity.js";
import {messageOf} from "../../components/cell/message.js";
import {rowOf} from "../../components/rows/row-values.js";
import {retryOf} from "../../components/load/failure.js";
import {once} from "../../components/load/once.js";
import {WorkerEngine} from "../../components/solver/engine.js";
import {publishedPlan, type Planned, type PlanTables} from "./published.js";
import {isFirst, optionsOf, type Question} from "./question.js";

/** A plan as a page shows it: the last one, with what is being done about the next. */
export interface Shown extends Planned {
  question: Question;
  /** What is being done; empty when all is. */
  busy: string;
  /** What is wrong with the question, or went wrong. */
  error: string;
  /** Tries again, where something could not be loaded. */
  again?: () => void;
}

/** Answers questions: from what the site has, else by solving in this browser. */
export class Planner {
  private readonly engine = new WorkerEngine();
  private readonly data: () => Promise<PlanData[]>;
  private last: Shown | undefined;

  /** `inputs` fetches what plans are made from. */
  constructor(
    private readonly tables: PlanTables,
    inputs: () => Promise<unknown>
  ) {
    this.data = once(async () => (await inputs()) as PlanData[]);
  }

  /** The answer to a question in steps: the last one as it is, then the plan, then its frontiers. */
  async *answer(question: Question): AsyncGenerator<Shown> {
    this.engine.stop();
    for (;;)
      try {
        yield* this.answered(question);
        return;
      } catch (error) {
        const pressed = new Pressed();
        const again = retryOf(error, pressed.press);
        yield {...this.before(question), error: messageOf(error), ...(again && {again})};
        if (!again) return;
        await pressed.done;
      }
  }

  private async *answered(question: Question): AsyncGenerator<Shown> {
    if (isFirst(question)) yield this.show({...publishedPlan(this.tables, question.scenario), question});
    else yield* this.solved(question);
    if (this.last && this.last.frontiers.length === 0 && this.last.plan.status === "optimal")
      yield* this.extended(question, this.last);
  }

  /** The last plan, or the published one. */
  private before(question: Question): Shown {
    const before = this.last ?? {...publishedPlan(this.tables, question.scenario), question};
    return {...before, busy: "", error: ""};
  }

  private async *solved(question: Question): AsyncGenerator<Shown> {
    const before = this.before(question);
    yield {...before, error: "", busy: "Solving … (the first run also loads the solver, 1.2 MB)"};
    const data = await this.dataOf(question);
    const options = optionsOf(data, question);
    yield {...before, error: "", busy: "Solving …"};
    const solution = await plan(data, options, this.engine);
    yield this.show({plan: solution, frontiers: [], scarcity: [], question});
  }

  private async *extended(question: Question, before: Shown): AsyncGenerator<Shown> {
    yield {...before, busy: "Computing the trade-off curves …"};
    const data = await this.dataOf(question);
    const options = optionsOf(data, question);
    const points = await frontiers(data, options, before.plan, this.engine);
    yield {...this.show({...before, frontiers: points}), busy: "Computing the shadow price of power …"};
    yield this.show({...before, frontiers: points, scarcity: await scarcity(data, options, this.engine)});
  }

  private show(planned: Planned & {question: Question}): Shown {
    return (this.last = {...planned, busy: "", error: ""});
  }

  private async dataOf({scenario}: Question): Promise<PlanData> {
    const all = await this.data();
    return rowOf(all, (data) => data.scenario === scenario);
  }
}

/** A press of a button that is waited for. */
class Pressed {
  press!: () => void;
  readonly done = new Promise<void>((resolve) => (this.press = resolve));
}
