import type {Mark, RenderFunction} from "@observablehq/plot";
import {pointerLink} from "../inspector/cell-link.js";
import type {Origin} from "../inspector/origin.js";

/** A `render` function for Plot marks whose shapes open the inspector where their rows have an `origin`. */
export const inspectorLinks: RenderFunction = function (this: Mark, index, scales, values, dimensions, context, next) {
  const group = next!(index, scales, values, dimensions, context)!;
  const {data} = this as unknown as {data: readonly {origin?: Origin}[]};
  for (const shape of group.querySelectorAll<SVGElement & {__data__?: number}>("*")) {
    const origin = shape.__data__ === undefined ? undefined : data[shape.__data__]?.origin;
    if (origin) pointerLink(shape, origin);
  }
  return group;
};
