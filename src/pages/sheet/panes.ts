import type {WorkbenchLayout} from "./layout-memory.js";

type Side = "left" | "right";

/** The least widths of the panes, and of what stands between them, in px. */
const LEAST = {left: 200, right: 280, middle: 420};

/** The line between two panes: dragged, or moved by arrows; Enter folds the pane, a double click resets it. */
export class Splitter {
  readonly element = document.createElement("div");

  constructor(
    readonly side: Side,
    readonly frame: HTMLElement,
    readonly layout: () => WorkbenchLayout,
    readonly arrange: (change: Partial<WorkbenchLayout>) => void
  ) {
    const {element} = this;
    element.className = `wb-splitter ${side}`;
    element.tabIndex = 0;
    element.setAttribute("role", "separator");
    element.setAttribute("aria-orientation", "vertical");
    element.setAttribute("aria-label", side === "left" ? "Width of tables and changes" : "Width of figures");
    element.addEventListener("pointerdown", (event) => this.drag(event));
    element.addEventListener("dblclick", () => this.set(undefined));
    element.addEventListener("keydown", (event) => this.press(event));
    this.show();
  }

  /** Brings the pane to its width. */
  show(): void {
    const {sizes, folded} = this.layout();
    const size = sizes[this.side];
    if (size === undefined) this.frame.style.removeProperty(`--wb-${this.side}`);
    else this.frame.style.setProperty(`--wb-${this.side}`, `${size}px`);
    this.frame.classList.toggle(`fold-${this.side}`, folded[this.side]);
    this.element.setAttribute("aria-valuenow", String(Math.round(size ?? this.width)));
    this.element.setAttribute("aria-valuemin", String(LEAST[this.side]));
    this.element.setAttribute("aria-valuemax", "720");
  }

  /** Folds the pane, or opens it again. */
  fold(): void {
    const {folded} = this.layout();
    this.arrange({folded: {...folded, [this.side]: !folded[this.side]}});
    this.show();
  }

  private get width(): number {
    return this.frame.querySelector<HTMLElement>(`.wb-${this.side}`)?.offsetWidth ?? 0;
  }

  private set(width: number | undefined): void {
    const {[this.side]: _, ...others} = this.layout().sizes;
    const other = this.side === "left" ? "right" : "left";
    const most =
      this.frame.clientWidth - LEAST.middle - (this.frame.querySelector<HTMLElement>(`.wb-${other}`)?.offsetWidth ?? 0);
    const size = width === undefined ? undefined : Math.max(LEAST[this.side], Math.min(width, most));
    this.arrange({sizes: size === undefined ? others : {...others, [this.side]: size}});
    this.show();
  }

  private drag(event: PointerEvent): void {
    event.preventDefault();
    const [from, width] = [event.clientX, this.width];
    const way = this.side === "left" ? 1 : -1;
    this.element.setPointerCapture(event.pointerId);
    const move = ({clientX}: PointerEvent): void => this.set(width + way * (clientX - from));
    this.element.addEventListener("pointermove", move);
    this.element.addEventListener("lostpointercapture", () => this.element.removeEventListener("pointermove", move), {
      once: true
    });
  }

  private press(event: KeyboardEvent): void {
    const by = {ArrowLeft: -STEP, ArrowRight: STEP}[event.key];
    if (event.key === "Enter") this.fold();
    else if (by !== undefined) this.set(this.width + (this.side === "left" ? by : -by));
    else return;
    event.preventDefault();
  }
}

const STEP = 16;
