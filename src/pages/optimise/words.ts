import type {FrontierPoint} from "../../lib/optimise/frontier.js";
import {limitName, worthWords} from "../../lib/optimise/constraint-text.js";
import type {PlanAction} from "../../lib/optimise/plan/types.js";
import {share, usd} from "../../components/words/format.js";
import type {Names} from "./names.js";
import type {Shown} from "./planner.js";

/** What a plan does, in two sentences. */
export function planWords({plan}: Shown, names: Names): string {
  if (plan.status !== "optimal") return "";
  const bought = largest(plan.actions.filter(({action}) => action === "buy"));
  const binding = plan.limits
    .filter(({limit, worth}) => limit !== "demand" && worth !== 0)
    .sort((a, b) => b.bound * b.worth - a.bound * a.worth);
  const purchase = bought
    ? `Most is spent on ${names.kind(bought.kind)} at ${names.site(bought.site)}, for ${bought.year}.`
    : "Nothing is bought.";
  const [tight] = binding;
  const binds = tight
    ? `${binding.length} of its limits bind, ${limitName(tight)} most: ${worthWords(tight, usd)}.`
    : "None of its limits binds: more power, capital or memory would be worth nothing.";
  return `${purchase} ${binds}`;
}

function largest(actions: readonly PlanAction[]): PlanAction | undefined {
  return [...actions].sort((a, b) => b.amount - a.amount)[0];
}

/** What greenhouse gas costs to save, in a sentence. */
export function carbonWords({frontiers}: Shown): string {
  const points = frontiers.filter(({frontier, cost}) => frontier === "carbon" && Number.isFinite(cost));
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return "";
  const cheap = points.filter(({marginal}) => marginal < 100).at(-1) ?? first;
  const saved = ({carbon}: FrontierPoint): string => share(1 - carbon / first.carbon);
  const extra = ({cost}: FrontierPoint): string => share(cost / first.cost - 1);
  return (
    `${saved(cheap)} less greenhouse gas costs ${extra(cheap)} more; ${saved(last)} less, which is about all ` +
    `that can be saved, ${extra(last)}.`
  );
}
