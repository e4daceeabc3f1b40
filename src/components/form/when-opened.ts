/** A disclosure whose content is built when it is first opened, since most readers open few. */
export function whenOpened(details: HTMLDetailsElement, content: () => readonly Node[]): HTMLDetailsElement {
  const fill = (): void => details.append(...content());
  if (details.open) fill();
  else details.addEventListener("toggle", fill, {once: true});
  return details;
}
