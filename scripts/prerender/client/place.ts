import {carryOver, isHeld} from "./carry-over.js";

/**
 * Where a cell shows: between two comments, of which a page as it was built has the second only. What the build drew
 * stands until the cell has all of its own to show, which then takes its place at once.
 */
export class Place {
  /** What waits for its turn; nothing once the cell has shown its own. */
  #next = /** @type {DocumentFragment | undefined} */ (document.createDocumentFragment());

  /** @param {Comment} end */
  constructor(end) {
    this.end = end;
    this.start = startOf(end);
  }

  get parent() {
    return this.end.parentNode;
  }

  /** @param {Node} node */
  show(node) {
    if (this.#next) this.#next.append(node);
    else this.end.before(node);
  }

  clear() {
    if (this.#next) this.#next.replaceChildren();
    else for (const node of this.#nodes()) node.remove();
  }

  /** Takes over from what the build drew, or waits while a reader has a list open in it. */
  settle() {
    const next = this.#next;
    if (!next) return;
    const before = this.#nodes();
    if (isHeld(before, [...next.childNodes], () => this.settle())) return;
    this.#next = undefined;
    const after = [...next.childNodes];
    carryOver(before, after, () => {
      this.clear();
      this.end.before(next);
    });
  }

  #nodes() {
    /** @type {ChildNode[]} */
    const nodes = [];
    for (let node = this.start.nextSibling; node && node !== this.end; node = node.nextSibling) nodes.push(node);
    return nodes;
  }
}

/**
 * The places of a page, by the names of their cells.
 * @returns {Map<string, Place>}
 */
export function placesIn(/** @type {Node} */ root) {
  const comments = document.createNodeIterator(root, NodeFilter.SHOW_COMMENT);
  const places = new Map();
  for (let node; (node = /** @type {Comment | null} */ (comments.nextNode())); ) {
    const [, id] = /^:([0-9a-f]{8}(?:-\d+)?):$/.exec(node.data) ?? [];
    if (id !== undefined) places.set(id, new Place(node));
  }
  return places;
}

/** @param {Comment} end */
function startOf(end) {
  const data = `+${end.data}`;
  let node = end.previousSibling;
  while (node && !(node.nodeType === Node.COMMENT_NODE && /** @type {Comment} */ (node).data === data))
    node = node.previousSibling;
  return /** @type {Comment} */ (node ?? begin(end, data));
}

/**
 * @param {Comment} end
 * @param {string} data
 */
function begin(end, data) {
  const start = document.createComment(data);
  const loading = end.previousSibling;
  (loading?.nodeName === "OBSERVABLEHQ-LOADING" ? loading : end).before(start);
  return start;
}
