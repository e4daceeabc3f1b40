let pressed: PointerEvent | undefined;
let isOver = false;

/**
 * Calls `repeat` with the press of a mouse whose element was replaced before the release: browsers then report no
 * click. Returns how to end this, which lets a press under way be released.
 */
export function noteLostClicks(repeat: (press: PointerEvent) => void): () => void {
  const listening = new AbortController();
  const options = {capture: true, passive: true, signal: listening.signal};
  const end = (): void => {
    if (isOver && !pressed) listening.abort();
  };
  addEventListener("pointerdown", (event) => (pressed = event), options);
  addEventListener("click", () => (pressed = undefined), options);
  const released = (event: PointerEvent): void => {
    repeatIfLost(event, repeat);
    end();
  };
  // A click is reported right after the release.
  addEventListener("pointerup", (event) => setTimeout(() => released(event)), options);
  return () => {
    isOver = true;
    end();
  };
}

function repeatIfLost({pointerType, pageX, pageY}: PointerEvent, repeat: (press: PointerEvent) => void): void {
  const press = pressed;
  pressed = undefined;
  if (!press || pointerType !== "mouse" || press.button !== 0) return;
  const isStill = Math.hypot(press.pageX - pageX, press.pageY - pageY) < STILL;
  if (isStill && press.target instanceof Node && !press.target.isConnected) repeat(press);
}

/** In pixels: a pointer that moves further between press and release does not click. */
const STILL = 5;
