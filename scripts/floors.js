/**
 * The layers of lib, lowest first: a folder may import those below it, and none beside it. docs/architecture.md draws
 * this list, and lint enforces it.
 */
export const floors = [
  ["sheet"],
  ["model", "uncertainty"],
  ["readme", "finance", "validation", "optimise"],
  ["market", "advice", "greenfield"],
  ["export"],
  ["library", "sweep"]
];

const outside = ["data-loaders", "src", "cli", "bench", "test", "scripts"];

/** @type {Readonly<Record<string, readonly string[]>>} */
const closed = {
  "data-loaders": ["cli", "bench", "test"],
  "src/components": ["pages", "data-loaders", "cli", "bench", "test", "scripts"],
  "src/pages": ["data-loaders", "cli", "bench", "test", "scripts"],
  cli: ["bench", "test"]
};

/**
 * The folders with import restrictions, each with the folders it may not import.
 * @returns {{folder: string, rooms: readonly string[]}[]}
 */
export function closedRooms() {
  const inLib = floors.flatMap((names, floor) =>
    names.map((name) => ({folder: `lib/${name}`, rooms: [...outside, ...notBelow(floor, name)]}))
  );
  return [...inLib, ...Object.entries(closed).map(([folder, rooms]) => ({folder, rooms}))];
}

/**
 * The pattern of imports forbidden in a folder, and the message.
 * @param {{folder: string, rooms: readonly string[]}} closedTo
 */
export function closedDoor({folder, rooms}) {
  return {regex: `^\\.\\.?/(.*/)?(${rooms.join("|")})/`, message: `${folder} may not import ${rooms.join(", ")}`};
}

/**
 * @param {number} floor
 * @param {string} name
 */
function notBelow(floor, name) {
  return floors
    .slice(floor)
    .flat()
    .filter((other) => other !== name);
}
