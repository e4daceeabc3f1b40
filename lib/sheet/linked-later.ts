import type {Model} from "./model.js";

/**
 * A model that is linked when it is first asked for anything: to link a large one takes longer than to load its code,
 * of which many commands and pages need a part only. Definition errors are thrown then.
 */
export function linkedLater(link: () => Model): Model {
  let linked: Model | undefined;
  const made = (): Model => (linked ??= link());
  return {
    get tables() {
      return made().tables;
    },
    get parameter() {
      return made().parameter;
    },
    get functions() {
      return made().functions;
    },
    get columns() {
      return made().columns;
    },
    get order() {
      return made().order;
    }
  };
}
