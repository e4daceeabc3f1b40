/**
 * The draws in blocks that follow one another if they share most inputs: draws that are `alike` apart differ only in
 * what is swapped or moved. What does not fill a block comes last.
 */
export function orderOf(draws: number, alike: number, block: number): Int32Array {
  const order = new Int32Array(draws);
  const blocked = alike - (alike % block);
  let place = 0;
  for (let first = 0; first < blocked; first += block)
    for (let same = first; same < draws; same += alike) for (let i = 0; i < block; ++i) order[place++] = same + i;
  for (let draw = 0; draw < draws; ++draw) if (draw % alike >= blocked) order[place++] = draw;
  return order;
}
