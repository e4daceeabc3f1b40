let pressed: PointerEvent | undefined;

/**
 * Calls `repeat` with the press of a mouse whose element was replaced before the release: browsers then report no
 * click. Returns how to end this.
 */
export function noteLostClicks(repeat: (press: PointerEvent) => void): () => void {
  const end = new AbortController();
  const listening = {capture: true, passive: true, signal: end.signal};
  addEventListener("pointerdown", (event) => (pressed = event), listening);
  addEventListener("click", () => (pressed = undefined), listening);
  addEventListener("pointerup", (event) => setTimeout(() => repeatIfLost(event, repeat)), listening);
  return () => end.abort();
}

/** A click is reported right after the release. */
function repeatIfLost({pointerType, pageX, pageY}: PointerEvent, repeat: (press: PointerEvent) => void): void {
  const press = pressed;
  pressed = undefined;
  if (!press || pointerType !== "mouse" || press.button !== 0) return;
  const isStill = Math.hypot(press.pageX - pageX, press.pageY - pageY) < STILL;
  if (isStill && press.target instanceof Node && !press.target.isConnected) repeat(press);
}

/** In pixels: a pointer that moves further between press and release does not click. */
const STILL = 5;
