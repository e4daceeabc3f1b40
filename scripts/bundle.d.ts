/** What `cli/bundle.js` puts into a bundle, which lies elsewhere than its sources; undefined in the sources. */
declare const PROJECT_ROOT: string | undefined;
declare const CODE_HASH: string | undefined;
