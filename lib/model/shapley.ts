/** The Shapley value of player `i` of `players`; `values` has what each set of players, as a bit mask, is worth. */
export function shapley(values: readonly number[], i: number, players: number): number {
  return values.reduce((sum, value, set) => {
    if (set & (1 << i)) return sum;
    return sum + weight(bits(set), players) * (values[set | (1 << i)]! - value);
  }, 0);
}

/** The share of orders in which exactly the players of a set of `size` come before a given one. */
function weight(size: number, players: number): number {
  return (factorial(size) * factorial(players - size - 1)) / factorial(players);
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

function bits(set: number): number {
  return set === 0 ? 0 : (set & 1) + bits(set >> 1);
}
