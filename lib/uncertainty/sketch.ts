/** A bucket is as wide as a 128th of the power of two below it, so a quantile is off by at most 1 in 256. */
export const RELATIVE_ERROR = 1 / 256;

/**
 * Counts of many series' values, for computing quantiles: memory does not grow with the number of values, and sketches
 * of parts can be merged in any order. A bucket is the sign, exponent and first seven fraction bits of a double, so a
 * quantile lies within RELATIVE_ERROR of the value of its rank (after HdrHistogram, and Masson, Rim and Lee,
 * "DDSketch", VLDB 2019).
 */
export class Sketches {
  /** For each series, first the positive values by size, then the negative ones. */
  private readonly windows: Window[];
  private readonly zeros: Uint32Array;
  private readonly missing: Uint32Array;

  constructor(readonly series: number) {
    this.windows = Array.from({length: 2 * series}, () => ({from: 0, counts: new Uint32Array(0)}));
    this.zeros = new Uint32Array(series);
    this.missing = new Uint32Array(series);
  }

  /** Adds `count` neighbouring values from an index in a list of doubles seen as 32-bit halves (little-endian). */
  add(series: number, halves: Int32Array, place: number, count: number): void {
    for (let i = 2 * place + 1; i < 2 * (place + count); i += 2) {
      const high = halves[i]!;
      const bucket = (high & 0x7fffffff) >>> SHIFT;
      if (bucket >= NOT_FINITE) this.missing[series]! += 1;
      else if (bucket < SUBNORMAL) this.zeros[series]! += 1;
      else this.increment(2 * series + (high < 0 ? 1 : 0), bucket);
    }
  }

  /** Quantiles of a series: the middle of the bucket of the nearest rank; NaN if any value was missing. */
  quantiles(series: number, shares: readonly number[]): number[] {
    const positive = this.windows[2 * series]!;
    const negative = this.windows[2 * series + 1]!;
    const below = total(negative.counts);
    const count = below + this.zeros[series]! + total(positive.counts);
    if (this.missing[series]! > 0 || count === 0) return shares.map(() => NaN);
    return shares.map((share) => {
      const rank = Math.round(share * (count - 1));
      if (rank < below) return -ofRank(negative, below - 1 - rank);
      const rest = rank - below - this.zeros[series]!;
      return rest < 0 ? 0 : ofRank(positive, rest);
    });
  }

  /** Values of a series with their counts, in rising order: the middle of a bucket, 0, or NaN for missing values. */
  counts(series: number): [value: number, count: number][] {
    const positive = this.windows[2 * series]!;
    const negative = this.windows[2 * series + 1]!;
    const below = counted(negative).map(([value, count]): [number, number] => [-value, count]);
    const rest: [number, number][] = [[0, this.zeros[series]!], ...counted(positive), [NaN, this.missing[series]!]];
    return [...below.reverse(), ...rest.filter(([, count]) => count > 0)];
  }

  /** Adds the counts of another part. */
  merge(other: Sketches): void {
    for (let i = 0; i < this.series; ++i) {
      this.zeros[i]! += other.zeros[i]!;
      this.missing[i]! += other.missing[i]!;
    }
    other.windows.forEach(({from, counts}, i) => {
      if (counts.length === 0) return;
      const window = widened(widened(this.windows[i]!, from), from + counts.length - 1);
      this.windows[i] = window;
      for (let k = 0; k < counts.length; ++k) window.counts[from - window.from + k]! += counts[k]!;
    });
  }

  /** Packs the counts into a few arrays for another thread. */
  pack(): PackedSketches {
    const counts = new Uint32Array(this.windows.reduce((sum, window) => sum + window.counts.length, 0));
    let at = 0;
    for (const window of this.windows) {
      counts.set(window.counts, at);
      at += window.counts.length;
    }
    return {
      counts,
      from: Int32Array.from(this.windows, ({from}) => from),
      length: Int32Array.from(this.windows, ({counts}) => counts.length),
      zeros: this.zeros,
      missing: this.missing
    };
  }

  static unpack({counts, from, length, zeros, missing}: PackedSketches): Sketches {
    const sketches = new Sketches(zeros.length);
    sketches.zeros.set(zeros);
    sketches.missing.set(missing);
    let at = 0;
    length.forEach((size, i) => {
      sketches.windows[i] = {from: from[i]!, counts: counts.slice(at, at + size)};
      at += size;
    });
    return sketches;
  }

  private increment(place: number, bucket: number): void {
    let window = this.windows[place]!;
    if (bucket < window.from || bucket >= window.from + window.counts.length)
      this.windows[place] = window = widened(window, bucket);
    window.counts[bucket - window.from]! += 1;
  }
}

/** Sketches packed into a few arrays. */
export interface PackedSketches {
  counts: Uint32Array;
  from: Int32Array;
  length: Int32Array;
  zeros: Uint32Array;
  missing: Uint32Array;
}

/** Counts of consecutive buckets. */
interface Window {
  from: number;
  counts: Uint32Array;
}

const BITS = 7;
const SHIFT = 20 - BITS;
const NOT_FINITE = 0x7ff << BITS;
const SUBNORMAL = 1 << BITS;

/** Windows grow by this many buckets. */
const STEP = 32;

/** Extends a window to hold another bucket. */
function widened(window: Window, bucket: number): Window {
  const {from, counts} = window;
  const first = bucket - (bucket % STEP);
  const [start, end] =
    counts.length === 0 ? [first, first + STEP] : [Math.min(from, first), Math.max(from + counts.length, first + STEP)];
  if (counts.length > 0 && start === from && end === from + counts.length) return window;
  const wide = new Uint32Array(end - start);
  if (counts.length > 0) wide.set(counts, from - start);
  return {from: start, counts: wide};
}

function total(counts: Uint32Array): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

function ofRank({from, counts}: Window, rank: number): number {
  let at = 0;
  let left = rank;
  while (left >= counts[at]!) left -= counts[at++]!;
  return middle(from + at);
}

/** The middles of a window's non-empty buckets, and their counts. */
function counted({from, counts}: Window): [value: number, count: number][] {
  return Array.from(counts).flatMap((count, i) => (count > 0 ? [[middle(from + i), count] as [number, number]] : []));
}

function middle(bucket: number): number {
  return (edge(bucket) + edge(bucket + 1)) / 2;
}

const view = new DataView(new ArrayBuffer(8));

/** The smallest magnitude in a bucket. */
function edge(bucket: number): number {
  view.setInt32(0, bucket << SHIFT);
  return view.getFloat64(0);
}
