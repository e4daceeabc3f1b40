import {hasOwn} from "../live/own-address.js";

/** Work that adds the other scenarios' rows to the page's tables. */
const waiting: (() => Promise<void>)[] = [];

let isAsked = false;
let adding: Promise<unknown> = Promise.resolve();
let underWay = 0;

/** Whether a reader, or the page's address, asks for a scenario other than the named ones. */
export function asksForAnother(scenarios: readonly string[]): boolean {
  if (isAsked) return true;
  const asked = new URLSearchParams(location.search).get("scenario");
  return hasOwn() || (asked !== null && !scenarios.includes(asked));
}

/** Keeps work until a reader turns to another scenario. */
export function keepForOthers(work: () => Promise<void>): void {
  waiting.push(work);
}

/** Whether tables on the page lack rows of other scenarios. */
export function lacksOthers(): boolean {
  return waiting.length + underWay > 0;
}

/** Adds the rows of all scenarios to the page's tables; those read from then on have them. */
export async function addOthers(): Promise<void> {
  isAsked = true;
  ++underWay;
  adding = Promise.all([adding, ...waiting.splice(0).map((work) => work())]);
  await adding.finally(() => --underWay);
}
