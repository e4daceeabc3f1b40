/** The page that computes a scenario with changed cells, and what its address says of them. */
const page = "./sheet";

/** The address of a scenario with settings, `cell=value;cell=value`, on top of it. */
export function settingsHref(scenario: string, settings: string): string {
  return `${page}#scenario=${encodeURIComponent(scenario)}&set=${encodeURIComponent(settings)}`;
}

/** The command that runs a scenario with settings on top of it. */
export function settingsCommand(scenario: string, settings: string): string {
  const flags = settings.split(";").map((one) => `'${one}'`);
  return `npx token-factory run ${scenario} --set ${flags.join(" ")}`;
}
