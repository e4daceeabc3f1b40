declare module "htl" {
  interface Template<T> {
    (strings: TemplateStringsArray, ...values: unknown[]): T;
    fragment: (strings: TemplateStringsArray, ...values: unknown[]) => DocumentFragment;
  }
  /** A template of exactly one element gives that element, any other a span around it. */
  export const html: Template<HTMLElement>;
  export const svg: Template<SVGElement>;
}
