/** A notice that the page's code did not load: the page can be read, but does not respond. */
export function failure(): HTMLElement {
  const element = document.createElement("div");
  element.className = "load-failure load-notice";
  element.setAttribute("role", "alert");
  const words = document.createElement("p");
  words.textContent = "Could not load what makes this page respond. Check the connection, then try again.";
  const again = document.createElement("button");
  again.textContent = "Try again";
  again.addEventListener("click", () => location.reload());
  element.append(words, again);
  return element;
}
