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
  /** An element that draws again when the room for it changes. */
  export function resize(render: (width: number, height: number) => Node): HTMLElement;
  /** Resolves when the reader scrolls to the cell that waits for it. */
  export function visibility(): Promise<void>;
  export const Generators: {
    /** The value of a form element in the cells of a page, which run again when it changes. */
    input<T>(element: HTMLElement & {readonly value: T}): T;
    /** The time, again and again; the width of an element; whether the page is dark. */
    now(): number;
    width(element: Element): number;
    dark(): boolean;
  };
  /** A value that its own cell may change. */
  export function Mutable<T>(value: T): {value: T};
}
