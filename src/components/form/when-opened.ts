/** A disclosure whose content is made when it is first opened: most readers open few of many. */
export function whenOpened(details: HTMLDetailsElement, content: () => readonly Node[]): HTMLDetailsElement {
  const fill = (): void => details.append(...content());
  if (details.open) fill();
  else details.addEventListener("toggle", fill, {once: true});
  return details;
}
