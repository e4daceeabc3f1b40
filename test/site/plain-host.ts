import {existsSync, readFileSync, statSync} from "node:fs";
import {createServer} from "node:http";

/** A static file server under a path prefix that adds no extension to names, like the simplest hosts. */
export async function plainHost(directory: string, base: string): Promise<{url: string; close: () => void}> {
  const server = createServer(({url = ""}, response) => {
    const {pathname} = new URL(url, "http://localhost");
    const path = decodeURIComponent(pathname.slice(base.length));
    const file = `${directory}/${path}${pathname.endsWith("/") ? "index.html" : ""}`;
    const found = pathname.startsWith(base) && existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, {"Content-Type": file.endsWith(".html") ? "text/html" : "text/plain"});
    response.end(found ? readFileSync(file) : "not found");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {url: `http://127.0.0.1:${port}${base}`, close: () => server.close()};
}
