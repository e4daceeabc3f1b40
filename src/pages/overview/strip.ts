import {svg} from "htl";
import type {Range} from "../../components/words/format.js";

/** A value on a strip that others are compared with, and what is said of it. */
export interface Tick {
  at: number;
  label: string;
}

/** A range on a line from 0 to `most`, with a dot for its central value. It needs no measurement: it is in per cent. */
export function strip({central, low = central, high = central}: Range, most: number, tick?: Tick): SVGElement {
  const at = (value: number): string => percent(value / most);
  return svg`<svg class="strip" width="100%" height=${tick ? 34 : 20}>
    <line class="strip-line" x1="0" x2="100%" y1="10" y2="10" />
    <rect class="strip-range" x=${at(low)} width=${at(high - low)} y="6" height="8" rx="4" />
    ${tick ? tickMark(tick, tick.at / most) : null}
    <circle class="strip-dot" cx=${at(central)} cy="10" r="7" />
  </svg>`;
}

/** Its words stand on the side where there is room. */
function tickMark({label}: Tick, share: number): SVGElement {
  const anchor = share < 0.5 ? "start" : "end";
  return svg`<g>
    <line class="strip-tick" x1=${percent(share)} x2=${percent(share)} y1="0" y2="32" />
    <text x=${percent(share)} dx=${share < 0.5 ? 5 : -5} y="31" text-anchor=${anchor}>${label}</text>
  </g>`;
}

/** A dollar as a bar, of which each part begins where the part before ends. */
export function dollarBar(parts: readonly {name: string; share: number}[]): SVGElement {
  const known = parts.filter(({share}) => share > 0);
  const starts = known.map((_, i) => known.slice(0, i).reduce((sum, {share}) => sum + share, 0));
  return svg`<svg class="dollar" width="100%" height="24">
    ${known.map(({name, share}, i) => {
      return svg`<rect class=${`dollar-${name}`} x=${percent(starts[i]!)} width=${percent(share)} height="24" />`;
    })}
  </svg>`;
}

function percent(share: number): string {
  return `${Number.isFinite(share) ? 100 * share : 0}%`;
}
