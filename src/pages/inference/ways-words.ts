import type {Way} from "../../lib/validation/explore.js";

/** How a way serves, in words. */
export function waysWords({replica, tensor, ranks, batch, disaggregated}: Way): string {
  const split = tensor > 1 ? ", tensor parallel" : ranks > 1 ? ", expert parallel" : "";
  const apart = disaggregated === 1 ? ", disaggregated prefill" : "";
  return `batch ${batch} on ${replica} GPU${replica > 1 ? "s" : ""}${split}${apart}`;
}
