const months = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"]
];

/**
 * The newest version in a change log, `## 0.1.0, 5 December 2026`, and its ISO 8601 date. Before release, the date has
 * no day, `2026-12`, and is followed by `(unreleased)`. Throws for any other heading.
 * @param {string} text
 * @returns {{version: string, date: string, released: boolean}}
 */
export function releaseIn(text) {
  const [heading = ""] = /^## .*$/m.exec(text) ?? [];
  const [, version, day, month = "", year, open] = form.exec(heading) ?? [];
  if (version === undefined || !months.includes(month))
    throw new Error(`CHANGELOG.md: expected "## 0.1.0, 5 December 2026", got "${heading}"`);
  const parts = [year, String(months.indexOf(month) + 1).padStart(2, "0"), ...(day ? [day.padStart(2, "0")] : [])];
  return {version, date: parts.join("-"), released: open === undefined && day !== undefined};
}

const form = /^## (\d+\.\d+\.\d+), (?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})( \(unreleased\))?$/;
