import type {Store} from "../../components/sheet/store.js";

/** What the base scenario is called. */
export function baseTitle({session, current}: Store): string {
  const {parent} = current.scenario;
  return session.scenarios.find(({name}) => name === parent)?.title ?? parent ?? "";
}
