import {mkdirSync, mkdtempSync, symlinkSync, writeFileSync} from "node:fs";
import {request, type IncomingHttpHeaders} from "node:http";
import {tmpdir} from "node:os";
import {gunzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {encodingOf, rangeOf} from "../../scripts/requests.js";
import {portOf, serve} from "../../scripts/serve.js";

const home = mkdtempSync(`${tmpdir()}/token-factory-serve-`);
const site = `${home}/dist`;
mkdirSync(`${site}/deep`, {recursive: true});
writeFileSync(`${site}/index.html`, "home");
writeFileSync(`${site}/page.html`, "a page");
writeFileSync(`${site}/404.html`, "missing");
writeFileSync(`${site}/deep/index.html`, "deep");
writeFileSync(`${site}/table.parquet`, "0123456789");
writeFileSync(`${site}/.site-hash`, "secret");
writeFileSync(`${home}/secret`, "secret");
symlinkSync(`${home}/secret`, `${site}/link`);

let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => (server = await serve(site, {base: "/base/"})));
afterAll(() => server.close());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const {hostname, port} = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({hostname, port, path, headers, method}, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks)})
      );
    });
    asked.on("error", reject).end();
  });
}

describe("the server", () => {
  it.each([
    ["/base/", 200, "home"],
    ["/base/page", 200, "a page"],
    ["/base/page.html?x=1", 200, "a page"],
    ["/base/deep/", 200, "deep"],
    ["/base/none", 404, "missing"],
    ["/page", 404, "missing"],
    ["//", 404, "missing"],
    ["//base//page", 404, "missing"],
    ["/base/%", 404, "missing"],
    ["/base/%00", 404, "missing"],
    ["/base/.site-hash", 404, "missing"],
    ["/base/deep/../.site-hash", 404, "missing"],
    ["/base/link", 404, "missing"],
    ["/base/../secret", 404, "missing"],
    ["/base/%2e%2e/secret", 404, "missing"],
    ["http://elsewhere/", 400, "not a path\n"]
  ])("%s is %i", async (path, status, text) => {
    const answer = await ask(path);
    expect([answer.status, answer.body.toString()]).toEqual([status, text]);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });
  it.each(["POST", "PUT", "DELETE", "TRACE", "OPTIONS", "PATCH"])("refuses %s", async (method) => {
    const {status, headers} = await ask("/base/", {}, method);
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });
  it("answers HEAD without a body", async () => {
    const {status, headers, body} = await ask("/base/table.parquet", {}, "HEAD");
    expect([status, headers["content-length"], body.length]).toEqual([200, "10", 0]);
  });
  it.each([
    ["bytes=0-3", 206, "0123", "bytes 0-3/10"],
    ["bytes=7-", 206, "789", "bytes 7-9/10"],
    ["bytes=-2", 206, "89", "bytes 8-9/10"],
    ["bytes=5-99", 206, "56789", "bytes 5-9/10"],
    ["bytes=10-", 416, "no such range\n", "bytes */10"],
    ["bytes=-0", 416, "no such range\n", "bytes */10"],
    ["bytes=3-1", 200, "0123456789", undefined],
    ["lines=1-2", 200, "0123456789", undefined]
  ])("Range: %s", async (range, status, text, content) => {
    const answer = await ask("/base/table.parquet", {range});
    expect([answer.status, answer.body.toString(), answer.headers["content-range"]]).toEqual([status, text, content]);
  });
  it("knows its own versions", async () => {
    const etag = (await ask("/base/page")).headers.etag!;
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"])
      expect((await ask("/base/page", {"if-none-match": known})).status).toBe(304);
    expect((await ask("/base/page", {"if-none-match": '"x"'})).status).toBe(200);
    expect((await ask("/base/table.parquet", {range: "bytes=0-3", "if-range": '"x"'})).status).toBe(200);
  });
  it("compresses text", async () => {
    const {headers, body} = await ask("/base/page", {"accept-encoding": "gzip, br;q=0"});
    expect([headers["content-encoding"], gunzipSync(body).toString()]).toEqual(["gzip", "a page"]);
  });
  it.each([
    ["evil.example", 421],
    ["localhost.evil.example", 421],
    ["localhost:3000", 200],
    ["127.0.0.1", 200],
    ["[::1]:80", 200]
  ])("to the host %s answers %i", async (host, status) => expect((await ask("/base/", {host})).status).toBe(status));
});

it.each([
  ["", undefined],
  ["gzip", "gzip"],
  ["gzip, br", "br"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["*", "br"],
  ["*;q=0", undefined],
  ["brotli", undefined]
])("Accept-Encoding: %j is %s", (accepted, encoding) => expect(encodingOf(accepted)).toBe(encoding));

it("an empty file has no range", () => expect(rangeOf("bytes=0-0", 0)).toBeNull());

it.each(["abc", "", "-1", "1.5", "65536"])("PORT=%j is named", (text) =>
  expect(() => portOf(text)).toThrow(`PORT: expected a whole number between 0 and 65535, got "${text}"`)
);
