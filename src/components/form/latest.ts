/**
 * The latest of a generator's values: Framework hands the values of a generator, not the generator, to the cells that
 * use it.
 */
export function latest<T>(values: AsyncGenerator<T>): T {
  return values as unknown as T;
}
