import {referencesIn, tokens} from "./tokens.js";

/**
 * A field for a value or formula with coloured references: coloured text is painted behind a field with transparent
 * text.
 */
export class EntryField {
  readonly element = document.createElement("div");
  readonly input = document.createElement("input");
  private readonly paint = document.createElement("div");

  constructor(className: string) {
    this.element.className = `tf-entry ${className}`;
    this.paint.className = "tf-paint";
    this.paint.setAttribute("aria-hidden", "true");
    this.input.spellcheck = false;
    this.input.autocomplete = "off";
    this.element.append(this.paint, this.input);
    this.input.addEventListener("scroll", () => this.follow());
    this.input.addEventListener("input", () => this.draw());
  }

  get text(): string {
    return this.input.value;
  }

  set text(text: string) {
    if (this.input.value === text) return;
    this.input.value = text;
    this.draw();
  }

  get caret(): number {
    return this.input.selectionEnd ?? this.text.length;
  }

  set caret(at: number) {
    this.input.setSelectionRange(at, at);
  }

  private follow(): void {
    this.paint.scrollLeft = this.input.scrollLeft;
  }

  private draw(): void {
    this.paint.replaceChildren(...painted(this.text));
    this.element.classList.toggle("is-formula", this.text.startsWith("="));
    // A field without focus has not been scrolled, and reading its scroll position would force a layout.
    if (document.activeElement === this.input) this.follow();
  }
}

/** A formula's text, with each reference in its colour. */
function painted(text: string): Node[] {
  if (!text.startsWith("=")) return [document.createTextNode(text)];
  const references = referencesIn(text);
  return tokens(text).map(({kind, text: part}) => {
    if (kind !== "reference") return document.createTextNode(part);
    const span = document.createElement("span");
    span.className = `tf-reference-${references.indexOf(part) % 4}`;
    span.textContent = part;
    return span;
  });
}
