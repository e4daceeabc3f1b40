import {numberIn} from "../../components/rows/row-values.js";
import type {RowOf} from "../../components/rows/table-types.js";
import {amount} from "../../components/words/format.js";
import {cite, cited, joined, say, type Sentence} from "../../components/words/sentence.js";
import type {PlanPart} from "./plan-parts.js";

/** The applications by what tokens cost as a share of revenue, highest first. */
export function byTokenShare(applications: readonly RowOf<"application">[]): RowOf<"application">[] {
  return [...applications].sort((a, b) => numberIn(b, "token_share") - numberIn(a, "token_share"));
}

/** The split of a plan's price in a sentence. */
export function planTakeaway(parts: readonly PlanPart[]): Sentence {
  const price = parts[0];
  const tokens = parts[1];
  const last = parts.at(-1);
  if (!price || !tokens || !last || !Number.isFinite(price.from))
    return say`No one pays, so there is nothing to split.`;
  const size = ({from, to, origin}: PlanPart): Sentence => cited(amount(Math.abs(from - to), "USD"), origin);
  return say`Of ${size(price)} a month from a paying user, ${size(tokens)} buys tokens; at the end stands a
    ${last.label.toLowerCase()} of ${size(last)}.`;
}

/** What users pay for plans and by the token in a month, within a sentence. */
export function paymentTakeaway(application: RowOf<"application"> | undefined): Sentence {
  const plans = cite(application, "subscriptions", "USD/month");
  const metered = cite(application, "metered_revenue", "USD/month");
  return say`users pay ${plans} for plans and ${metered} by the token`;
}

/** How much of the start's use a user of each segment is served, in a sentence. */
export function useTakeaway(segments: readonly RowOf<"segment">[]): Sentence {
  const parts = segments.map((row) => say`${row.key} ${cite(row, "use")} (at most ${cite(row, "use_ceiling")})`);
  return say`Requests served per user, relative to the start: ${joined(parts, ", ")}.`;
}

/** The segments without a lifetime value, and why, in a sentence. */
export function missingLifetime(segments: readonly RowOf<"segment">[]): string {
  const missing = segments.filter((row) => !hasLifetimeValue(row)).map(({key}) => key);
  return missing.length === 0
    ? "Every segment of this application has users who pay."
    : `Missing: ${missing.join(", ")}. No one pays there, so there is no gross margin and no lifetime value.`;
}

/** Whether someone pays in a segment, so that it has a lifetime value. */
export function hasLifetimeValue(segment: RowOf<"segment">): boolean {
  return Number.isFinite(numberIn(segment, "lifetime_value"));
}

/** What share of its requests each segment gets served, as `98% for students, …`. */
export function fillWords(segments: readonly RowOf<"segment">[]): Sentence {
  return joined(
    segments.map((row) => say`${cite(row, "fill", "share")} for ${row.key}`),
    ", "
  );
}
