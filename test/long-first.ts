import {BaseSequencer, type TestSpecification} from "vitest/node";

/** Each takes a minute or more. */
const long = ["duckdb", "package", "libreoffice"].map((name) => `/test/oracles/${name}.test.ts`);

/**
 * Starts long files first, so that the last of them does not run beside an idle core. Vitest does so by itself only
 * where it has measured a file before; in a fresh clone it starts the smallest file last, which takes longest.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

function isLong({moduleId}: TestSpecification): boolean {
  return long.some((path) => moduleId.endsWith(path));
}
