/** The parts of Framework's runtime that our client uses, some of them internal. */
declare module "observablehq:runtime" {
  export interface Observer {
    readonly _node?: Node | null;
    pending?: () => void;
    fulfilled?: (value: unknown) => void;
    rejected?: (error: Error) => void;
  }
  export interface Variable {
    readonly _inputs: readonly Variable[];
    readonly _module: Module;
    readonly _shadow: Map<string, Variable>;
    readonly _version: number;
    define(inputs: readonly string[], definition: (...inputs: never[]) => unknown): Variable;
    define(name: string | null, inputs: readonly string[], definition: (...inputs: never[]) => unknown): Variable;
    constructor: new (
      type: number,
      module: Module,
      observer?: null,
      options?: {shadow: Record<string, never>}
    ) => Variable;
  }
  export interface Module {
    variable(observer?: Observer | true, options?: {shadow: Record<string, never>}): Variable;
  }
  export class Runtime {
    constructor(library: Readonly<Record<string, () => unknown>>);
    module(): Module;
  }
  export class Inspector {
    constructor(element: Element);
    fulfilled(value: unknown): void;
    rejected(error: Error): void;
  }
}

declare module "framework:*";
