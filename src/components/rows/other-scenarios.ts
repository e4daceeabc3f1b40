import {hasOwn} from "../live/own-address.js";
import {once} from "../load/once.js";

/** Work that adds the other scenarios' rows to the page's tables. */
const waiting: (() => Promise<void>)[] = [];

/** Whether the page's address asks for a scenario other than the named ones. */
export function asksForAnother(scenarios: readonly string[]): boolean {
  const asked = new URLSearchParams(location.search).get("scenario");
  return hasOwn() || (asked !== null && !scenarios.includes(asked));
}

/** Keeps work until a reader turns to another scenario. */
export function keepForOthers(work: () => Promise<void>): void {
  waiting.push(work);
}

/** Whether tables on the page lack rows of other scenarios. */
export function lacksOthers(): boolean {
  return waiting.length > 0;
}

/** Adds the rows of all scenarios to the page's tables. */
export const addOthers = once(async () => {
  await Promise.all(waiting.map((work) => work()));
  waiting.length = 0;
});
