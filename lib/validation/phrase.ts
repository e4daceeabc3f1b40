/**
 * Finds a name in a text however it is joined: `h100` in `NVIDIA-H100`, `llama-3-1-8b` in `Llama 3.1 8B`. It begins and
 * ends where letters or digits do: `h20` is not in `H200`, `b200` not in `GB200`.
 */
function phrase(name: string): RegExp {
  const known = phrases.get(name);
  if (known) return known;
  const made = phraseOf(name);
  phrases.set(name, made);
  return made;
}

const phrases = new Map<string, RegExp>();

function phraseOf(name: string): RegExp {
  const runs = name.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  const body = runs.reduce((text, run, i) => {
    const digits = /\d$/.test(runs[i - 1] ?? "") && /^\d/.test(run);
    return i === 0 ? run : `${text}[^a-z0-9]${digits ? "+" : "*"}${run}`;
  }, "");
  return new RegExp(`${edge("<!", runs[0]!)}${body}${edge("!", runs.at(-1)!)}`);
}

/** The words of a text, in small letters: letters and digits, with low lines, and with points between digits. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9](?:[a-z0-9_]|(?<=\d)\.(?=\d))*/g) ?? [];
}

/** What a name is in a table, and what remains of it: the longest names first. */
export function readings(text: string, names: readonly Named[]): {key: string; name: string; rest: string}[] {
  const lower = text.toLowerCase();
  return names
    .map((named) => ({...named, found: phrase(named.name)}))
    .filter(({found}) => found.test(lower))
    .sort((a, b) => b.name.length - a.name.length)
    .map(({key, name, found}) => ({key, name, rest: lower.replace(found, " ")}));
}

/** A name and the key of the row that it means. */
export interface Named {
  name: string;
  key: string;
}

function edge(kind: string, run: string): string {
  return `(?${kind}${/\d/.test(run) ? "\\d" : "[a-z]"})`;
}
