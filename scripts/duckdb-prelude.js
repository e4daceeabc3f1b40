/**
 * Stands before DuckDB's own worker script: the WebAssembly that the worker's address names comes and compiles while
 * that script is read and the page loads DuckDB's client, and not only once both are there. What fails is an error of
 * the worker, for which DuckDB's script would wait forever.
 */
{
  const compiled = fetch(decodeURIComponent(location.hash.slice(1))).then((answer) => {
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    const isNamed = answer.headers.get("Content-Type") === "application/wasm";
    return isNamed ? WebAssembly.compileStreaming(answer) : answer.arrayBuffer().then(WebAssembly.compile);
  });
  compiled.catch((error) =>
    setTimeout(() => {
      throw new Error(`no WebAssembly: ${error.message}`);
    })
  );
  /** @type {Promise<never>} */
  const never = new Promise(() => undefined);
  // DuckDB's script asks for the same file again, and makes an instance of the answer.
  globalThis.fetch = () => Promise.resolve(new Response(""));
  WebAssembly.instantiateStreaming = async (_, imports = {}) => {
    // What failed has been told.
    const module = await compiled.catch(() => never);
    return {module, instance: await WebAssembly.instantiate(module, imports)};
  };
}
