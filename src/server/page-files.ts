/** The page's own files, read once: small, and the same for everybody. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".bin": "application/octet-stream",
  ".woff2": "font/woff2",
  ".png": "image/png",
};

/** Asked for without a folder before them: names with a digest in them never change. */
const FOREVER = "public, max-age=31536000, immutable";

export interface PageFiles {
  /** Undefined where the page has no such file. */
  get(path: string, ifNoneMatch: string | undefined): Response | undefined;
  /** The page itself; what the address asks for, it finds out. */
  getPage(ifNoneMatch: string | undefined): Response;
}

/**
 * @param folder What the build made; where it is missing, a note of what to do stands in its place.
 * @param modelFolder With it the page reads by itself; read when somebody asks.
 */
export function loadPageFiles(folder: string, modelFolder: string): PageFiles {
  const files = new Map<string, { body: Buffer; type: string; etag: string; cacheControl: string }>();
  const add = (path: string, body: Buffer, cacheControl: string) => {
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    files.set(path, { body, type: TYPES[extname(path)] ?? "application/octet-stream", etag, cacheControl });
  };
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  for (const name of names) {
    const file = join(folder, name);
    if (!statSync(file).isFile()) continue;
    const path = `/${relative(folder, file).split(sep).join("/")}`;
    const body = readFileSync(file);
    if (path === "/index.html") add(path, addBase(body), "no-cache");
    else add(path, body, path.startsWith("/assets/") ? FOREVER : "no-cache");
  }
  if (!files.has("/index.html")) add("/index.html", Buffer.from(NOT_BUILT), "no-store");
  const answer = (path: string, ifNoneMatch: string | undefined) => {
    const model = /^\/models\/([\w-]+\.bin)$/.exec(path)?.[1];
    if (model !== undefined && !files.has(path) && existsSync(join(modelFolder, model))) {
      // The page asks for a model by its digest.
      add(path, readFileSync(join(modelFolder, model)), FOREVER);
    }
    const file = files.get(path);
    if (file === undefined) return undefined;
    const headers = { etag: file.etag, "cache-control": file.cacheControl };
    if (ifNoneMatch === file.etag) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(file.body), { headers: { ...headers, "content-type": file.type } });
  };
  return { get: answer, getPage: (ifNoneMatch) => answer("/index.html", ifNoneMatch)! };
}

/** The page names its files beside itself, yet answers to addresses of any depth. */
function addBase(html: Buffer): Buffer {
  return Buffer.from(html.toString("utf8").replace("<head>", '<head><base href="/" />'));
}

const NOT_BUILT = `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Onrecord</title></head>
<body><p>The page is not built yet. Run <code>npm run build</code> in the project's folder and start the server again.
The API answers already: <a href="/api/openapi.json">/api/openapi.json</a>.</p></body></html>`;
