import {FileAttachment} from "observablehq:stdlib";
import type {PublishedModel} from "../../lib/library/published-model.js";
import {fetchedJson, imported} from "../load/load-error.js";
import {once} from "../load/once.js";
import {untilLoaded} from "../load/until-loaded.js";

const file = FileAttachment("../../data/published_model.json");

/** The published model, for runs in this browser; loaded on first use. */
export const published = once(() => untilLoaded(open));

async function open(): Promise<PublishedModel> {
  const [{fromJson}, json] = await Promise.all([
    imported("the model", () => import("../../lib/library/published-model.js")),
    fetchedJson("the model's inputs", file.href)
  ]);
  return fromJson(json);
}
