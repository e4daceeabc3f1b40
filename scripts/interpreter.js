/** The command that runs a data loader: Node with TypeScript stripped. @type {[string, ...string[]]} */
export const interpreter = ["node", "--import", "tsx"];
