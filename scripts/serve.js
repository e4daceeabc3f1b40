import {createServer} from "node:http";
import {readFile, stat} from "node:fs/promises";
import {extname, join, normalize} from "node:path";
import {promisify} from "node:util";
import {brotliCompress, constants, gzip} from "node:zlib";

/** @type {Record<string, string>} */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".parquet": "application/vnd.apache.parquet",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
};

/** What is worth compressing: text and WebAssembly; Parquet is compressed already. */
const compressible = /^text|json|svg|wasm/;

/** Framework names files for the hash of what they hold. */
const hashed = /\/_\w+\/.*\.[0-9a-f]{8}\.\w+$/;

/**
 * Serves a directory of static files on 127.0.0.1, under a path prefix such as `/some/repo/`. Port 0 is any free port;
 * a port in use gives way to the next one.
 * @param {string} directory
 * @param {{port?: number, base?: string}} [options]
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve(directory, {port = 0, base = "/"} = {}) {
  const server = createServer((request, response) => {
    answer(directory, base, request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  const bound = await listen(server, port);
  return {
    url: `http://127.0.0.1:${bound}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}

/**
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<number>}
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE" && port > 0) resolve(listen(server, port + 1));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

/**
 * @param {string} directory
 * @param {string} base
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(directory, base, request, response) {
  const {pathname} = new URL(request.url ?? "/", "http://localhost");
  const found = pathname.startsWith(base) ? await find(directory, decoded(pathname.slice(base.length))) : undefined;
  if (found) return send(found, 200, request, response);
  const missing = await find(directory, "404");
  if (missing) return send(missing, 404, request, response);
  response.writeHead(404, {"Content-Type": "text/plain"}).end("not found");
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The file for a path, as static hosts find it: itself, its index.html, or with .html added.
 * @param {string} directory
 * @param {string} path
 */
async function find(directory, path) {
  const plain = normalize(`/${path}`);
  const candidates = plain.endsWith("/") ? [`${plain}index.html`] : [plain, `${plain}.html`];
  for (const name of candidates) {
    const file = join(directory, name);
    const info = await stat(file).catch(() => undefined);
    if (info?.isFile()) return {file, info};
  }
}

/**
 * @param {{file: string, info: import("node:fs").Stats}} found
 * @param {number} status
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function send({file, info}, status, request, response) {
  const type = types[extname(file)] ?? "application/octet-stream";
  const etag = `"${info.size.toString(36)}-${info.mtimeMs.toString(36)}"`;
  const caching = hashed.test(file) ? "public, max-age=31536000, immutable" : "no-cache";
  const headers = {"Content-Type": type, ETag: etag, "Cache-Control": caching, Vary: "Accept-Encoding"};
  if (status === 200 && request.headers["if-none-match"] === etag) return response.writeHead(304, headers).end();
  const encoding = compressible.test(type) ? encodingOf(request) : undefined;
  const body = encoding ? await compressed(file, encoding, etag) : await readFile(file);
  response.writeHead(status, {
    ...headers,
    "Content-Length": body.length,
    ...(encoding ? {"Content-Encoding": encoding} : {})
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** @param {import("node:http").IncomingMessage} request */
function encodingOf(request) {
  const accepted = String(request.headers["accept-encoding"] ?? "");
  return ["br", "gzip"].find((encoding) => accepted.includes(encoding));
}

/** @type {Map<string, Promise<Buffer>>} */
const compressions = new Map();

/**
 * A file's compressed bytes, made once: DuckDB's WebAssembly takes a second.
 * @param {string} file
 * @param {string} encoding
 * @param {string} etag
 */
function compressed(file, encoding, etag) {
  const key = `${encoding} ${etag} ${file}`;
  let body = compressions.get(key);
  if (!body) compressions.set(key, (body = readFile(file).then(encoding === "br" ? brotli : promisify(gzip))));
  return body;
}

/**
 * @param {Buffer} body
 * @returns {Promise<Buffer>}
 */
function brotli(body) {
  return promisify(brotliCompress)(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 5}});
}
