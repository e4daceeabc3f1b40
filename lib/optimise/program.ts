/** A quantity to be chosen. */
export interface Variable {
  readonly name: string;
  readonly unit: string;
  /** Description, one sentence. */
  readonly doc: string;
  readonly least: number;
  readonly most: number;
  /** Whether it must be a whole number. */
  readonly whole: boolean;
}

/** A variable times a coefficient. */
export type Term = readonly [variable: Variable, coefficient: number];

/** Bounds on a sum of terms: at least `least`, at most `most`; an equation if these are the same. */
export interface Constraint {
  readonly name: string;
  /** Unit of the sum and of its bounds. */
  readonly unit: string;
  /** Description, one sentence. */
  readonly doc: string;
  readonly terms: readonly Term[];
  readonly least: number;
  readonly most: number;
}

/** A constraint without its terms and bounds. */
export interface Words {
  name: string;
  unit: string;
  doc: string;
}

/**
 * A linear program with variables, some of them possibly whole numbers, constraints and an objective, each with a unit.
 */
export class Program {
  readonly variables: Variable[] = [];
  readonly constraints: Constraint[] = [];
  readonly objective: Term[] = [];

  /** `unit` is the objective's. */
  constructor(
    readonly goal: "maximise" | "minimise",
    readonly unit: string
  ) {}

  /** Adds a variable, with a minimum of 0 by default. */
  variable(words: Words, {least = 0, most = Infinity, whole = false} = {}): Variable {
    const variable = {...words, least, most, whole};
    this.variables.push(variable);
    return variable;
  }

  /** Adds terms to the objective. */
  count(...terms: readonly Term[]): void {
    this.objective.push(...terms);
  }

  /** Requires terms to add up to at most a bound. */
  atMost(words: Words, terms: readonly Term[], bound: number): Constraint {
    return this.constrain({...words, terms, least: -Infinity, most: bound});
  }

  /** Requires terms to add up to at least a bound. */
  atLeast(words: Words, terms: readonly Term[], bound: number): Constraint {
    return this.constrain({...words, terms, least: bound, most: Infinity});
  }

  /** Requires the sum of terms to lie between two bounds. */
  within(words: Words, terms: readonly Term[], least: number, most: number): Constraint {
    return this.constrain({...words, terms, least, most});
  }

  /** Requires terms to add up to a value. */
  equal(words: Words, terms: readonly Term[], value: number): Constraint {
    return this.constrain({...words, terms, least: value, most: value});
  }

  private constrain(constraint: Constraint): Constraint {
    this.constraints.push(constraint);
    return constraint;
  }
}

/** A program as sparse arrays, row by row: the form that solvers take and workers receive. */
export interface Matrix {
  maximise: boolean;
  cost: Float64Array;
  least: Float64Array;
  most: Float64Array;
  whole: Uint8Array;
  rowLeast: Float64Array;
  rowMost: Float64Array;
  starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
}

/** The arrays of a program. Terms of the same variable are added up. Throws for a coefficient that is not finite. */
export function matrixOf({goal, variables, constraints, objective}: Program): Matrix {
  const index = new Map(variables.map((variable, i) => [variable, i]));
  const rows = constraints.map(({name, terms}) => merged(name, terms, index));
  const cost = new Float64Array(variables.length);
  for (const [column, value] of merged("objective", objective, index)) cost[column] = value;
  const entries = rows.flatMap((row) => [...row]);
  return {
    maximise: goal === "maximise",
    cost,
    least: Float64Array.from(variables, ({least}) => least),
    most: Float64Array.from(variables, ({most}) => most),
    whole: Uint8Array.from(variables, ({whole}) => Number(whole)),
    rowLeast: Float64Array.from(constraints, ({least}) => least),
    rowMost: Float64Array.from(constraints, ({most}) => most),
    starts: startsOf(rows),
    indices: Int32Array.from(entries, ([column]) => column),
    values: Float64Array.from(entries, ([, value]) => value)
  };
}

function merged(name: string, terms: readonly Term[], index: ReadonlyMap<Variable, number>): Map<number, number> {
  const row = new Map<number, number>();
  for (const [variable, coefficient] of terms) {
    const column = index.get(variable)!;
    if (!Number.isFinite(coefficient))
      throw new Error(`${name}: the coefficient of ${variable.name} is ${coefficient}`);
    row.set(column, (row.get(column) ?? 0) + coefficient);
  }
  return row;
}

function startsOf(rows: readonly ReadonlyMap<number, number>[]): Int32Array {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({size}, row) => (starts[row + 1] = starts[row]! + size));
  return starts;
}
