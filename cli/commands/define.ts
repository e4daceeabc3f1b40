import type {Command} from "commander";

/** Adds a command with its arguments and options to the program. */
export type Define = (program: Command, action: Action) => void;

/** Makes the action of a command, whose code is loaded when it is called. */
export type Action = (load: () => Promise<Run>) => (...given: unknown[]) => Promise<void>;

/** A command's function, which takes the arguments, all flags and, if it runs the model, a project. */
type Run = (...args: never[]) => number | Promise<number>;
