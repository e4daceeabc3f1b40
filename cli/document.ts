/** Provides a document for drawing charts, which Node lacks: jsdom's, with the node classes that charts refer to. */
export async function provideDocument(): Promise<void> {
  const {JSDOM} = await import("jsdom");
  const {window} = new JSDOM("");
  const {document, Node, NodeFilter, NodeList, HTMLCollection} = window;
  Object.assign(globalThis, {window, document, Node, NodeFilter, NodeList, HTMLCollection});
}
