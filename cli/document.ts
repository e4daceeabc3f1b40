/**
 * Charts are drawn into a document, which Node lacks: jsdom supplies it, with the classes of nodes that charts refer
 * to.
 */
export async function provideDocument(): Promise<void> {
  const {JSDOM} = await import("jsdom");
  const {window} = new JSDOM("");
  const {document, Node, NodeFilter, NodeList, HTMLCollection} = window;
  Object.assign(globalThis, {window, document, Node, NodeFilter, NodeList, HTMLCollection});
}
