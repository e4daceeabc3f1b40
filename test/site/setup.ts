import type {TestProject} from "vitest/node";
import {dist} from "../../scripts/paths.js";
import {serve} from "../../scripts/serve.js";

declare module "vitest" {
  export interface ProvidedContext {
    siteUrl: string;
  }
}

/** Serves dist/ under a path prefix, as GitHub Pages does, for all site tests. */
export default async function setup({provide}: TestProject): Promise<() => Promise<void>> {
  const {url, close} = await serve(dist, {base: "/some/repo/"});
  provide("siteUrl", url);
  return close;
}
