import {FileAttachment} from "observablehq:stdlib";
import type {Bundle} from "../../lib/export/bundle.js";

const file = FileAttachment("../../data/bundle.json");
let loaded: Promise<Bundle> | undefined;

/** What runs of the model in this browser need, loaded once. */
export function bundle(): Promise<Bundle> {
  return (loaded ??= file.json() as Promise<Bundle>);
}
