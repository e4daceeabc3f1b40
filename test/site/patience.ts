/** How long a site test waits for a page, in milliseconds: a busy machine is slow. */
export const patience = 100_000;
