import type {Model} from "./model.js";

/**
 * A model that is linked on first use. Linking a large model takes longer than loading its code, and many commands and
 * pages need only part of it. Definition errors are thrown at that point.
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
