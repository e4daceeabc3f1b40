/** How long a test of the site waits for what a page is to show, in milliseconds: on a busy machine most waits are long. */
export const patience = 50_000;
