import type {SheetFunction} from "../../lib/sheet/index.js";
import {compileKernels, frame} from "../../lib/sheet/kernel.js";
import type {ModelColumn} from "../../lib/sheet/model.js";
import type {Strip} from "../../lib/sheet/slab.js";

/** The number that stands for a text in the cells read. */
type CodeOf = (text: string) => number;

/** A formula column's kernel over arrays, which are copied into a memory and back. */
export function kernel(column: ModelColumn, functions: Record<string, SheetFunction>) {
  const {kernels, texts} = compileKernels([column], functions);
  const memory = new WebAssembly.Memory({initial: 1});
  const [compute] = kernels(memory);
  return (out: Strip, reads: readonly Strip[], codes: readonly CodeOf[], months: number): boolean => {
    const strips = [out, ...reads];
    const places = placed(memory, strips);
    const words = new Int32Array(memory.buffer, 0, FRAME / 4);
    words.set([months, out.rows * out.draws * 8, out.draws * 8]);
    strips.forEach(({start, step}, i) =>
      words.set([places[i]!.byteOffset + start * 8, step * 8], frame.columns + 2 * i)
    );
    words.set(
      texts[0]!.map(({reading, text}) => codes[reading]!(text)),
      frame.words(strips.length)
    );
    const sound = compute!(0) !== 0;
    out.cells.set(places[0]!);
    return sound;
  };
}

const FRAME = 1024;

function placed({buffer}: WebAssembly.Memory, strips: readonly Strip[]): Float64Array[] {
  let end = FRAME;
  return strips.map(({cells}) => {
    const place = new Float64Array(buffer, end, cells.length);
    place.set(cells);
    end += cells.byteLength;
    return place;
  });
}
