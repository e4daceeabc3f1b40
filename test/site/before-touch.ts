import {request} from "node:http";
import {inject} from "vitest";

/** The files that a page requests before a reader touches it, itself included, and their total bytes. */
export async function beforeTouch(name: string): Promise<{files: number; bytes: number}> {
  const page = inject("siteUrl") + name;
  const html = await (await fetch(page)).text();
  const named = [...html.matchAll(/<(?:script|link|img)\b[^>]*?\b(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
  const chunks = /data-chunks="([^"]+)"/.exec(html)![1]!.split(" ");
  const files = new Set([page, ...[...named, ...chunks].map((path) => new URL(path, page).href)]);
  const sizes = await Promise.all([...files].map(sizeOf));
  return {files: files.size, bytes: sizes.reduce((sum, size) => sum + size, 0)};
}

/** The size of a file as sent to a browser, without headers. */
function sizeOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, {headers: {"accept-encoding": "gzip, deflate, br"}}, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length)).on("end", () => resolve(bytes));
    })
      .on("error", reject)
      .end();
  });
}
