/**
 * A CITATION.cff with the day and the commit of a release, which no file of that commit can name itself. An empty one
 * is left out.
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
