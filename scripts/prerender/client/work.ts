import type {Variable} from "observablehq:runtime";

/** Cells that are computing, and those that wait until a reader scrolls to them. */
const computing = new Set<Variable>();
const waiting = new Set<Variable>();
const errors: Error[] = [];
const listeners = new Set<() => void>();

export function noteBegun(cell: Variable): void {
  computing.add(cell);
}

export function noteEnded(cell: Variable, error?: Error): void {
  if (error) errors.push(error);
  computing.delete(cell);
  tell();
}

export function noteWaiting(cell: Variable): void {
  waiting.add(cell);
  tell();
}

/** Resolves when all cells have shown their output, except those that wait for a reader; returns their errors. */
export function settled(): Promise<readonly Error[]> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (![...computing].every((cell) => waits(cell))) return;
      listeners.delete(look);
      resolve(errors);
    };
    listeners.add(look);
    look();
  });
}

function tell(): void {
  for (const listener of [...listeners]) listener();
}

function waits(cell: Variable, seen = new Set<Variable>()): boolean {
  if (waiting.has(cell)) return true;
  if (seen.has(cell)) return false;
  seen.add(cell);
  return cell._inputs.some((one) => waits(one, seen));
}
