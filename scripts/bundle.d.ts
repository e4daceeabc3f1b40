/** Defined by `cli/bundle.js` in bundles, which are elsewhere than their sources; undefined in the sources. */
declare const PROJECT_ROOT: string | undefined;
declare const CODE_HASH: string | undefined;
