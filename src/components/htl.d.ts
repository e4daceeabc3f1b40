declare module "htl" {
  interface Template<T> {
    (strings: TemplateStringsArray, ...values: unknown[]): T;
    fragment: (strings: TemplateStringsArray, ...values: unknown[]) => DocumentFragment;
  }
  /** A template with exactly one element returns that element, any other a span around its content. */
  export const html: Template<HTMLElement>;
  export const svg: Template<SVGElement>;
}
