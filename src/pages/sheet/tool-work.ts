/** The one piece of work that a tool has going: another one ends it, and so does the end of the dialog. */
export class ToolWork {
  private controller = new AbortController();

  begin(): AbortSignal {
    this.end();
    this.controller = new AbortController();
    return this.controller.signal;
  }

  /** Whether nothing else was begun since. */
  isLatest(signal: AbortSignal): boolean {
    return signal === this.controller.signal;
  }

  end(): void {
    this.controller.abort();
  }
}
