/** How exports name the project. */
export const about = {
  name: "token-factory",
  title: "The AI Token Factory",
  version: "0.1.0",
  authors: "The AI Token Factory authors",
  licence: {
    name: "CC-BY-4.0",
    title: "Creative Commons Attribution 4.0",
    path: "https://creativecommons.org/licenses/by/4.0/"
  },
  keywords: ["economics", "artificial intelligence", "inference", "data centers", "simulation"]
} as const;

/** How to cite an export. */
export function citation(scenario: string, hash: string): string {
  return (
    `${about.authors}: ${about.title}, version ${about.version}, scenario ` + `${scenario}, model ${hash.slice(0, 12)}.`
  );
}

/** The licences of an export. */
export const licenceText =
  `Tables that the model computes: ` +
  `${about.licence.title} (${about.licence.name}), ${about.licence.path}
Facts among the assumptions belong to the sources that each names. Code: MIT.`;
