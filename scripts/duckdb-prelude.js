/**
 * Runs before DuckDB's own worker script. The WebAssembly named in the worker's address downloads and compiles while
 * that script is read and the page loads DuckDB's client, instead of only afterwards. A failure becomes an error of the
 * worker, for which DuckDB's script would otherwise wait for ever.
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
  // DuckDB's script requests the same file again and instantiates the answer.
  globalThis.fetch = () => Promise.resolve(new Response(""));
  WebAssembly.instantiateStreaming = async (_, imports = {}) => {
    // The failure has already been reported.
    const module = await compiled.catch(() => never);
    return {module, instance: await WebAssembly.instantiate(module, imports)};
  };
}
