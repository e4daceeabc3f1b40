/** Makes names unique regardless of case: x, X and x become x, X_1 and x_2. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let copy = 1; taken.has(unique.toLowerCase()); ++copy) unique = `${name}_${copy}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
