/**
 * A CITATION.cff with the day and commit of a release, which no file in that commit can contain. An empty commit is
 * left out.
 * @param {string} cff
 * @param {{date: string, commit: string}} released
 */
export function filledCitation(cff, {date, commit}) {
  const bare = cff.replace(/^(date-released|commit): .*\n/gm, "");
  const fields = [
    ...(date === "" ? [] : [`date-released: "${date}"`]),
    ...(commit === "" ? [] : [`commit: "${commit}"`])
  ];
  return bare.replace(/^version: .*\n/m, (version) => version + fields.map((field) => `${field}\n`).join(""));
}
