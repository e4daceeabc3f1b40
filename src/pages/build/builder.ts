import {pause} from "../../components/form/pause.js";
import type {Terms} from "../../lib/finance/project-inputs.js";
import type {BuildCase, BuildRequest} from "../../lib/greenfield/build.js";
import type {UnitValues} from "../../lib/greenfield/question.js";
import type {Worth} from "../../lib/greenfield/worth.js";
import type {Engine} from "../../lib/optimise/engine.js";
import {imported} from "../../components/load/load-error.js";
import {DRAWS, type Built, type Shown} from "./built.js";

/** The terms of each scenario, by its name: the one that is asked for is among them. */
export type ScenarioTerms = (scenario: string) => Terms;

/** Solves plans, and may be told to stop. */
interface Solver extends Engine {
  stop?: () => void;
}

/** A reader's question; its data may have to be fetched first. */
type Asked = () => BuildRequest | Promise<BuildRequest>;

/** The site planner: not fetched for the plan that came with the site. */
function planning() {
  return imported("the site planner", () => import("./planning.js"));
}

type Planning = Awaited<ReturnType<typeof planning>>;

/** Plans sites. */
export class Builder {
  private last: Built | undefined;

  constructor(
    private readonly terms: ScenarioTerms,
    private readonly scenarios: readonly string[],
    /** First month of the runs, YYYY-MM. */
    private readonly first: string,
    private readonly engine: Solver
  ) {}

  /** A plan that is known already, or else one that is solved: in steps. */
  async *shown(known: Built | undefined, asked: Asked, scenario: string): AsyncGenerator<Shown> {
    if (!known) {
      yield* this.answer(asked, scenario);
      return;
    }
    this.engine.stop?.();
    this.last = known;
    yield this.step("");
  }

  /** The plan, then what it earns in draws, then the plans of all scenarios with their regrets. */
  async *answer(asked: Asked, scenario: string): AsyncGenerator<Shown> {
    this.engine.stop?.();
    yield this.step("Solving … (the first run also loads the solver, 1.2 MB)");
    await pause();
    try {
      yield* this.answered(await asked(), scenario);
    } catch (error) {
      yield {built: this.last, busy: "", error: error instanceof Error ? error.message : String(error)};
    }
  }

  /** The longest task goes to the solver first, and draws run while it works. */
  private async *answered(request: BuildRequest, scenario: string): AsyncGenerator<Shown> {
    const work = await planning();
    const {buildCase, bestPlan, usesOf, worthOfMore, drawnWorth, drawsOf, robustPlans} = work;
    const terms = this.terms(scenario);
    const whole = buildCase(terms, request, this.first);
    const {flows, ...one} = whole;
    const {question, kinds, values} = one;
    const known = {one, flows: () => Promise.resolve(flows)};
    const plan = await bestPlan(question, kinds, values, this.engine);
    const uses = usesOf(question, kinds, plan);
    this.last = {...known, answer: {plan, uses, worth: []}};
    yield this.step("Solving again with more power, budget and time …");
    await pause();
    const worth = worthOfMore(question, kinds, values, {plan, engine: this.engine});
    if (question.demand) {
      yield* this.served(await worth);
      return;
    }
    const drawn = drawnWorth(plan, drawsOf(terms, request, whole, plan, DRAWS));
    const [found, scenarios] = await Promise.all([worth, this.valuesIn(work, request, one)]);
    this.last = {...known, drawn, answer: {plan, uses, worth: found}};
    yield this.step("Planning in every scenario …");
    await pause();
    const candidates = await robustPlans(question, kinds, scenarios, this.engine);
    this.last = {...this.last, candidates};
    yield this.step("");
  }

  /** The cost of a demand does not depend on GPU-hour prices, so there is no regret in any scenario. */
  private *served(worth: readonly Worth[]): Generator<Shown> {
    const {answer, ...known} = this.last!;
    this.last = {...known, answer: {...answer, worth: [...worth]}};
    yield this.step("");
  }

  /** In a task for each scenario, so that the page responds meanwhile. */
  private async valuesIn(
    {buildCase}: Planning,
    request: BuildRequest,
    {kinds}: Pick<BuildCase, "kinds">
  ): Promise<Map<string, UnitValues>> {
    const accelerators = kinds.map(({key}) => key);
    const same = {...request, choice: {...request.choice, accelerators}};
    const found = new Map<string, UnitValues>();
    for (const name of this.scenarios) {
      await pause();
      found.set(name, buildCase(this.terms(name), same, this.first).values);
    }
    return found;
  }

  private step(busy: string): Shown {
    return {built: this.last, busy, error: ""};
  }
}
