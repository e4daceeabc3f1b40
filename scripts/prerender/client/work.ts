/** @typedef {{_inputs: Variable[]}} Variable */

/** The cells that compute. */
const computing = new Set();
/** The cells that wait until a reader scrolls to them. */
const waiting = new Set();
/** @type {Error[]} */
const errors = [];
/** @type {Set<() => void>} */
const listeners = new Set();

/** Follows what a cell does. */
export function noteWork() {
  /** @type {Variable | undefined} */
  let variable;
  return {
    is(/** @type {Variable} */ known) {
      variable = known;
      this.began();
    },
    began() {
      if (variable) computing.add(variable);
    },
    waitsForReader() {
      waiting.add(variable);
      tell();
    },
    ended() {
      computing.delete(variable);
      tell();
    }
  };
}

/** @param {Error} error */
export function noteRejected(error) {
  errors.push(error);
}

/** Resolves with the errors of cells when all cells have shown what they have, but for those that wait for a reader. */
export function settled() {
  return new Promise((resolve) => {
    const look = () => {
      if (![...computing].every((one) => waits(one))) return;
      listeners.delete(look);
      resolve(errors);
    };
    listeners.add(look);
    look();
  });
}

function tell() {
  for (const listener of listeners) listener();
}

/** @param {Variable} variable */
function waits(variable, seen = new Set()) {
  if (waiting.has(variable)) return true;
  if (seen.has(variable)) return false;
  seen.add(variable);
  return variable._inputs.some((one) => waits(one, seen));
}
