/**
 * Types a generator as its values: Framework passes a generator's latest value, not the generator, to the cells that
 * use it.
 */
export function latest<T>(values: AsyncGenerator<T>): T {
  return values as unknown as T;
}
