/** How long a test of the site waits for what a page is to show, in milliseconds: a busy machine is slow. */
export const patience = 100_000;
