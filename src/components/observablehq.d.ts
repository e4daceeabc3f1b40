declare module "observablehq:stdlib" {
  /** A file attached to the page: a static file, or the output of a loader. */
  export interface FileAttachment {
    readonly name: string;
    readonly href: string;
    json(): Promise<unknown>;
    text(): Promise<string>;
    arrayBuffer(): Promise<ArrayBuffer>;
  }
  export function FileAttachment(path: string): FileAttachment;
  /** An element that is redrawn when the available space changes. */
  export function resize(render: (width: number, height: number) => Node | Promise<Node>): HTMLElement;
  /** Resolves when the reader scrolls to the waiting cell. */
  export function visibility(): Promise<void>;
  export const Generators: {
    /** The value of a form element; cells that use it rerun when it changes. */
    input<T>(element: HTMLElement & {readonly value: T}): T;
    /** The current time, repeatedly; the width of an element; whether the page is dark. */
    now(): number;
    width(element: Element): number;
    dark(): boolean;
  };
  /** A value that its own cell may change. */
  export function Mutable<T>(value: T): {value: T};
}
