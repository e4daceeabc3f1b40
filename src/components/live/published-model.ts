import {FileAttachment} from "observablehq:stdlib";
import type {PublishedModel} from "../../lib/library/published-model.js";

const file = FileAttachment("../../data/published_model.json");
let opened: Promise<PublishedModel> | undefined;

/** What the site was built from, and runs in this browser need: loaded once, when it is first asked for. */
export function published(): Promise<PublishedModel> {
  return (opened ??= open());
}

async function open(): Promise<PublishedModel> {
  const [{fromJson}, json] = await Promise.all([import("../../lib/library/published-model.js"), file.json()]);
  return fromJson(json);
}
