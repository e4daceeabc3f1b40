import {monthName} from "../../components/words/month.js";
import {foremost} from "../../components/words/foremost.js";
import {numberIn, textIn} from "../../components/rows/row-values.js";
import {cellOf} from "../../components/inspector/origin.js";
import type {Pair} from "../../components/charts/dumbbell.js";
import {countOf, lower} from "../../components/words/count.js";
import {amount, share, digits} from "../../components/words/format.js";
import {derivedFrom} from "../../components/words/provenance.js";
import {cite, cited, joined, say, type Sentence} from "../../components/words/sentence.js";
import type {PlanPart} from "./plan-parts.js";
import {rowName} from "../../components/words/row-name.js";
import type {Application, Segment} from "./data.js";

/** The applications by what tokens cost as a share of revenue, highest first. */
export function byTokenShare(applications: readonly Application[]): Application[] {
  return [...applications].sort((a, b) => numberIn(b, "token_share") - numberIn(a, "token_share"));
}

/** The split of a plan's price in a sentence. */
export function planTakeaway(parts: readonly PlanPart[]): Sentence {
  const price = parts[0];
  const tokens = parts[1];
  const last = parts.at(-1);
  if (!price || !tokens || !last || !Number.isFinite(price.from)) return say`This application has no paying users.`;
  const size = ({from, to, origin}: PlanPart): Sentence => cited(amount(Math.abs(from - to), "USD"), origin);
  return say`Of the ${size(price)} that a paying user spends each month, ${size(tokens)} buys tokens; the
    ${last.label.toLowerCase()} is ${size(last)}.`;
}

/** What tokens cost as a share of what a paying user spends, in a short sentence; nothing where nobody pays. */
export function planFinding([price, tokens]: readonly PlanPart[]): Sentence | undefined {
  if (!price || !tokens || !(price.from > 0)) return undefined;
  const part = cited(share((tokens.from - tokens.to) / price.from), tokens.origin);
  return say`Tokens cost ${part} of what a paying user spends`;
}

/** The number of segments where lifetime value exceeds acquisition cost, in a short sentence. */
export function lifetimeFinding(pairs: readonly Pair[]): string | undefined {
  if (pairs.length === 0) return undefined;
  const worth = pairs.filter(({from, to}) => to > from).length;
  const some = worth === 0 ? "no segment" : countOf(worth, pairs.length, "segments");
  return `Lifetime value exceeds acquisition cost in ${worth === pairs.length ? "every segment" : some}`;
}

/** The most that an application spends on tokens, in a short sentence; nothing where none has revenue. */
export function tokenShareFinding(applications: readonly Application[]): Sentence | undefined {
  const [most] = byTokenShare(applications.filter((row) => Number.isFinite(numberIn(row, "token_share"))));
  return most && say`Applications spend up to ${cite(most, "token_share", "share")} of revenue on tokens`;
}

/** Which application buys the largest part of the tokens, in a short sentence. */
export function tokensFinding(applications: readonly Application[]): Sentence | undefined {
  const all = applications.reduce((sum, row) => sum + numberIn(row, "tokens"), 0);
  const [most] = [...applications].sort((a, b) => numberIn(b, "tokens") - numberIn(a, "tokens"));
  if (!most || !(all > 0)) return undefined;
  const words = "Of the tokens that all applications buy";
  const part = cited(share(numberIn(most, "tokens") / all), derivedFrom(words, [cellOf(most, "tokens")]));
  return say`The ${lower(textIn(most, "name"))} buys ${part} of all tokens`;
}

/** What users pay for plans and by the token in a month, within a sentence. */
export function paymentTakeaway(application: Application | undefined): Sentence {
  const plans = cite(application, "subscriptions", "USD/month");
  const metered = cite(application, "metered_revenue", "USD/month");
  return say`users pay ${plans} for subscriptions and ${metered} for metered use`;
}

/** Requests served per user of each segment, as a multiple of the initial level, in a sentence. */
export function useTakeaway(segments: readonly Segment[]): Sentence {
  const parts = segments.map(
    (row) => say`${rowName(textIn(row, "key"))} ${cite(row, "use")} (ceiling ${cite(row, "use_ceiling")})`
  );
  return say`Requests served per user, as a multiple of the initial level: ${joined(parts, ", ")}.`;
}

/** The segment with most of an application's users in a month; undefined where two share the place. */
export function largestSegment(segments: readonly Segment[], application: string, month: string): string | undefined {
  const most = foremost(segments.map((row) => ({name: rowName(textIn(row, "key")), value: numberIn(row, "users")})));
  return most && `Users of the ${application}: most are in ${most.name} in ${monthName(month)}`;
}

/** The segment whose use has grown most from its initial level; undefined if none has grown. */
export function useFinding(segments: readonly Segment[], month: string): string | undefined {
  const most = foremost(segments.map((row) => ({name: rowName(textIn(row, "key")), value: numberIn(row, "use")})));
  if (!most || most.value <= 1) return undefined;
  return `${most.name} users make ${digits(most.value, 2)} times as many requests in ${monthName(month)}`;
}

/** The segments without a lifetime value, and why, in a sentence. */
export function missingLifetime(segments: readonly Segment[]): string {
  const missing = segments.filter((row) => !hasLifetimeValue(row)).map((row) => rowName(textIn(row, "key")));
  const verb = missing.length === 1 ? "has" : "have";
  return missing.length === 0
    ? "Every segment of this application has paying users."
    : `Not shown: ${missing.join(", ")}, which ${verb} no paying users and therefore no lifetime value.`;
}

/** Whether a segment has paying users, and so a lifetime value. */
export function hasLifetimeValue(segment: Segment): boolean {
  return Number.isFinite(numberIn(segment, "lifetime_value"));
}

/** The fill rate of each segment, as `98 % for Desk (agent), …`. */
export function fillWords(segments: readonly Segment[]): Sentence {
  return joined(
    segments.map((row) => say`${cite(row, "fill", "share")} for ${rowName(textIn(row, "key"))}`),
    ", "
  );
}
