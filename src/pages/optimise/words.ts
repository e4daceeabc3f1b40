import type {FrontierPoint} from "../../lib/optimise/frontier.js";
import {forcedWords} from "../../lib/optimise/plan/forced-words.js";
import {physicalWords, worthWords} from "../../lib/optimise/constraint-text.js";
import type {PlanAction, PlanLimit} from "../../lib/optimise/plan/types.js";
import {share, unitless, usd} from "../../components/words/format.js";
import type {Names} from "./names.js";
import type {Shown} from "./planner.js";
import {capital, countWord} from "../../components/words/count.js";

/** What a plan does, in two sentences. */
export function planWords({plan}: Shown, names: Names): string {
  if (plan.status !== "optimal") return "";
  const bought = largest(plan.actions.filter(({action}) => action === "buy"));
  const binding = plan.limits
    .filter(({limit, worth}) => limit !== "demand" && worth !== 0)
    .sort((a, b) => b.bound * b.worth - a.bound * a.worth);
  const purchase = bought
    ? `The largest purchase is ${names.kind(bought.kind)} accelerators at ${names.site(bought.site)} in ${bought.year}.`
    : "The plan buys no hardware.";
  const [tight] = binding;
  const binds = tight
    ? `${bindWords(binding.length)}. The most valuable as a whole is ${limitText(tight, names)}: ` +
      `${[worthText(tight), physicalText(tight, plan)].filter((part) => part !== "").join(", since ")}.`
    : "No constraint binds, so more power, capital or memory would add no value.";
  return `${purchase} ${binds}`;
}

function bindWords(count: number): string {
  return `${capital(countWord(count))} ${count === 1 ? "constraint binds" : "constraints bind"}`;
}

function worthText(limit: PlanLimit): string {
  return worthWords(limit, usd).replace("m3", "m³");
}

/** What water is good for; other limits say it themselves. */
function physicalText(limit: PlanLimit, {limits}: Shown["plan"]): string {
  return physicalWords(limit, limits, {usd, number: unitless});
}

/** `water in Texas in 2031`: a constraint in a sentence. */
function limitText({limit, key, year}: PlanLimit, names: Names): string {
  return [limit, key === "" ? "" : `in ${names.region(key)}`, year === "" ? "" : `in ${year}`]
    .filter((part) => part !== "")
    .join(" ");
}

function largest(actions: readonly PlanAction[]): PlanAction | undefined {
  return [...actions].sort((a, b) => b.amount - a.amount)[0];
}

/** Why the plan sells in years in which ordered accelerators arrive; nothing where it does not. */
export function arrivalWords({plan}: Shown): string {
  const years = [...new Set(plan.actions.map(({year}) => year))].sort();
  return years
    .map((year) => forcedWords(plan.actions, year, usd))
    .filter((words) => words !== "")
    .join(" ");
}

/** The cost of cutting emissions, in a sentence. */
export function carbonWords({frontiers}: Shown): string {
  const points = frontiers.filter(({frontier, cost}) => frontier === "carbon" && Number.isFinite(cost));
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return "";
  const cheap = points.filter(({marginal}) => marginal < 100).at(-1) ?? first;
  const saved = ({carbon}: FrontierPoint): string => share(1 - carbon / first.carbon);
  const extra = ({cost}: FrontierPoint): string => share(cost / first.cost - 1);
  return (
    `Cutting emissions by ${saved(cheap)} raises the cost of serving the same demand by ${extra(cheap)}; cutting ` +
    `them by ${saved(last)}, close to the maximum, raises it by ${extra(last)}.`
  );
}
