import {fail} from "./error.js";
import type {ModelColumn} from "./model.js";

/**
 * Sorts columns so that each follows those that it reads in the same month. Throws a `DefinitionError` that prints the
 * path of a cycle and suggests `previous`, which reads last month and so breaks it.
 */
export function dependencyOrder(columns: ModelColumn[]): ModelColumn[] {
  const done = new Set<ModelColumn>();
  const path: ModelColumn[] = [];
  const visit = (column: ModelColumn): void => {
    if (done.has(column)) return;
    if (path.includes(column)) failCycle([...path.slice(path.indexOf(column)), column]);
    path.push(column);
    for (const {column: source, through} of column.reads) if (through !== "previous") visit(source);
    path.pop();
    done.add(column);
  };
  columns.forEach(visit);
  return [...done];
}

function failCycle(path: ModelColumn[]): never {
  return fail({
    place: path[0]!.id,
    problem: "is computed from itself",
    hints: [path.map(({id}) => id).join(" → "), "to use last month's value, read it through a previous column"]
  });
}
