import {createServer} from "node:http";
import {readFile, realpath, stat} from "node:fs/promises";
import {extname, join, normalize, sep} from "node:path";
import {promisify} from "node:util";
import {brotliCompress, constants, gzip} from "node:zlib";
import {wordsOf} from "./main.js";
import {POLICY, policyIn} from "./strict/policy.js";
import {encodingOf, isKnown, isOwnHost, pathOf, rangeOf} from "./requests.js";

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

/** Types worth compressing: text and WebAssembly; Parquet is already compressed. */
const compressible = /^text|json|svg|wasm/;

/** Framework puts a hash of the content into file names. */
const hashed = /\/_\w+\/.*\.[0-9a-f]{8}\.\w+$/;

const HIGHEST_PORT = 65535;

/**
 * The port that a user names. Throws for an invalid one.
 * @param {string} text
 */
export function portOf(text) {
  const port = Number(text);
  if (text.trim() !== "" && Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT) return port;
  throw new Error(`PORT: expected a whole number between 0 and ${HIGHEST_PORT}, got "${text}"`);
}

/**
 * Serves a directory of static files on 127.0.0.1, under a path prefix such as `/some/repo/`. Port 0 means any free
 * port; if a port is in use, the next one is tried.
 * @param {string} directory
 * @param {{port?: number, base?: string}} [options]
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve(directory, {port = 0, base = "/"} = {}) {
  const server = createServer((request, response) => {
    answer(directory, base, request, response).catch((error) => {
      console.error(`${String(request.url)}: ${wordsOf(error)}`);
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
      if (error.code === "EADDRINUSE" && port > 0 && port < HIGHEST_PORT) resolve(listen(server, port + 1));
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
  response.setHeader("X-Content-Type-Options", "nosniff");
  if (!isOwnHost(request.headers.host)) return refuse(response, 421, "this server answers to localhost only");
  if (!["GET", "HEAD"].includes(request.method ?? ""))
    return refuse(response, 405, "GET or HEAD", {Allow: "GET, HEAD"});
  const path = pathOf(request.url ?? "/");
  if (path === undefined) return refuse(response, 400, "not a path");
  const found = path.startsWith(base) ? await find(directory, path.slice(base.length)) : undefined;
  if (found) return send(found, 200, request, response);
  const missing = await find(directory, "404");
  if (missing) return send(missing, 404, request, response);
  refuse(response, 404, "not found");
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {string} reason
 * @param {Record<string, string>} [headers]
 */
function refuse(response, status, reason, headers = {}) {
  response.writeHead(status, {"Content-Type": "text/plain; charset=utf-8", ...headers}).end(`${reason}\n`);
}

/**
 * The file for a path, by the rules of static hosts: the file itself, its index.html, or with .html added. Files whose
 * names start with a dot are hidden, and so are links that lead outside.
 * @param {string} directory
 * @param {string} path
 */
async function find(directory, path) {
  const plain = normalize(`/${path}`);
  if (/[\\/]\./.test(plain)) return undefined;
  const candidates = plain.endsWith("/") ? [`${plain}index.html`] : [plain, `${plain}.html`];
  for (const name of candidates) {
    const file = await fileIn(directory, name);
    if (file) return file;
  }
}

/**
 * @param {string} directory
 * @param {string} name
 */
async function fileIn(directory, name) {
  try {
    const [root, file] = await Promise.all([realpath(directory), realpath(join(directory, name))]);
    const info = await stat(file);
    return info.isFile() && file.startsWith(join(root, sep)) ? {file, info} : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {{file: string, info: import("node:fs").Stats}} found
 * @param {number} status
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function send({file, info}, status, {headers: asked, method}, response) {
  const type = types[extname(file)] ?? "application/octet-stream";
  const etag = `"${info.size.toString(36)}-${info.mtimeMs.toString(36)}"`;
  const policy = type.startsWith("text/html") ? policyIn(await readFile(file, "utf8")) : POLICY;
  const caching = hashed.test(file) ? "public, max-age=31536000, immutable" : "no-cache";
  const headers = {
    "Content-Type": type,
    ETag: etag,
    "Cache-Control": caching,
    Vary: "Accept-Encoding",
    "Accept-Ranges": "bytes",
    ...(policy && {"Content-Security-Policy": policy})
  };
  if (status === 200 && isKnown(asked["if-none-match"], etag)) return response.writeHead(304, headers).end();
  const isCurrent = status === 200 && (asked["if-range"] ?? etag) === etag;
  const range = isCurrent ? rangeOf(asked.range, info.size) : undefined;
  if (range === null)
    return refuse(response, 416, "no such range", {...headers, "Content-Range": `bytes */${info.size}`});
  const {body, sent} = range
    ? await part(file, range, info.size)
    : await whole(file, etag, compressible.test(type) ? encodingOf(String(asked["accept-encoding"] ?? "")) : undefined);
  response.writeHead(range ? 206 : status, {...headers, "Content-Length": body.length, ...sent});
  response.end(method === "HEAD" ? undefined : body);
}

/**
 * @param {string} file
 * @param {{from: number, to: number}} range
 * @param {number} size
 * @returns {Promise<{body: Buffer, sent: Record<string, string>}>}
 */
async function part(file, {from, to}, size) {
  const body = (await readFile(file)).subarray(from, to + 1);
  return {body, sent: {"Content-Range": `bytes ${from}-${to}/${size}`}};
}

/**
 * @param {string} file
 * @param {string} etag
 * @param {string | undefined} encoding
 * @returns {Promise<{body: Buffer, sent: Record<string, string>}>}
 */
async function whole(file, etag, encoding) {
  if (encoding === undefined) return {body: await readFile(file), sent: {}};
  return {body: await compressed(file, encoding, etag), sent: {"Content-Encoding": encoding}};
}

/** @type {Map<string, Promise<Buffer>>} */
const compressions = new Map();

/**
 * A file's compressed bytes, cached: DuckDB's WebAssembly takes a second.
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
