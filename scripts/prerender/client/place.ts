import {carryOver, isHeld} from "./carry-over.js";
import {keepFarCharts, unwatch} from "./redrawn.js";

/**
 * A cell's place: between two comments, of which Framework writes only the second. The build's output stays until the
 * cell has its complete new output, which then replaces it at once.
 */
export class Place {
  /** Output that waits for its turn; undefined once the cell has shown its own. */
  private next: DocumentFragment | undefined = document.createDocumentFragment();
  private readonly start: Comment;
  /** Output of the run before. */
  private last: readonly ChildNode[] = [];

  constructor(private readonly end: Comment) {
    this.start = startOf(end);
  }

  get parent(): Node | null {
    return this.end.parentNode;
  }

  show(node: Node): void {
    if (this.next) this.next.append(node);
    else this.end.before(node);
  }

  clear(): void {
    if (this.next) this.next.replaceChildren();
    else this.empty();
  }

  private empty(): void {
    this.last = this.nodes();
    unwatch(this.last);
    for (const node of this.last) node.remove();
  }

  /** Takes over from the build's output, or waits while a reader has a list open in it; then from the run before. */
  settle(): void {
    const {next} = this;
    if (!next) {
      keepFarCharts(this.last, this.nodes());
      this.last = [];
      return;
    }
    const [before, after] = [this.nodes(), [...next.childNodes]];
    if (isHeld(before, after, () => this.settle())) return;
    this.next = undefined;
    carryOver(before, after, () => {
      for (const node of before) node.remove();
      this.end.before(next);
    });
    keepFarCharts([], after);
  }

  /**
   * The vertical extent of the cell in the window, or of its parent if nothing of it is visible: the bounding box of
   * its content would take long to compute.
   */
  span(): {top: number; bottom: number} {
    const elements = this.elements().filter((element) => element.getClientRects().length > 0);
    const [first, last] = [elements[0] ?? this.end.parentElement, elements.at(-1) ?? this.end.parentElement];
    return {top: first?.getBoundingClientRect().top ?? 0, bottom: last?.getBoundingClientRect().bottom ?? 0};
  }

  /** Whether it holds controls, which a reader sets, or charts, which follow the pointer. */
  isOperated(): boolean {
    return this.elements().some((element) => element.matches(OPERATED) || element.querySelector(OPERATED) !== null);
  }

  elements(): Element[] {
    return this.nodes().filter((node) => node instanceof Element);
  }

  contains(target: Node): boolean {
    return this.nodes().some((node) => node.contains(target));
  }

  private nodes(): ChildNode[] {
    const nodes: ChildNode[] = [];
    for (let node = this.start.nextSibling; node && node !== this.end; node = node.nextSibling) nodes.push(node);
    return nodes;
  }
}

const OPERATED = ".drawn, input, select, textarea, [contenteditable]";

/** The places of a page, by cell. */
export function placesIn(root: Node): Map<string, Place> {
  const comments = document.createNodeIterator(root, NodeFilter.SHOW_COMMENT);
  const ends = new Map<string, Comment>();
  for (let node; (node = comments.nextNode() as Comment | null);) {
    const [, id] = /^:([0-9a-f]{8}(?:-\d+)?):$/.exec(node.data) ?? [];
    if (id !== undefined) ends.set(id, node);
  }
  return new Map([...ends].map(([id, end]) => [id, new Place(end)]));
}

function startOf(end: Comment): Comment {
  const data = `+${end.data}`;
  for (let node = end.previousSibling; node; node = node.previousSibling)
    if (node instanceof Comment && node.data === data) return node;
  return begin(end, data);
}

/** A sign that the cell is loading counts as part of its content. */
function begin(end: Comment, data: string): Comment {
  const start = document.createComment(data);
  const before = end.previousSibling;
  (before?.nodeName === "OBSERVABLEHQ-LOADING" ? before : end).before(start);
  return start;
}
