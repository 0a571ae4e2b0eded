// A static server over dist that can be told to go wrong, and that remembers what it was asked.

import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { DIST } from "./paths.mjs";

/** The strictest policy that the widget promises to run under. */
export const STRICT_CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

// See heard.js.
const HEARD = "/__heard.js";
const HEARD_FILE = fileURLToPath(new URL("heard.js", import.meta.url));
const isWebKit = (agent = "") => agent.includes("Version/") && agent.includes("Safari/");

const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  wasm: "application/wasm",
  svg: "image/svg+xml",
  png: "image/png",
};

/**
 * Starts a server on a free port of this machine.
 * @param {object} options
 * @param {string} [options.root] folder to serve, DIST by default
 * @param {Record<string, string>} [options.pages] path → HTML, made up by the test
 * @param {Record<string, string>} [options.headers] on every response
 * @param {string} [options.csp] content-security-policy of every response
 * @param {Override[]} [options.overrides] as for `server.override`
 */
export async function serve({ root = DIST, pages = {}, headers = {}, csp, overrides = [] } = {}) {
  const site = new Site(root, pages, csp ? { "content-security-policy": csp, ...headers } : headers);
  for (const override of overrides) site.override(override);
  await site.listen();
  return site;
}

class Site {
  /** What was asked: {method, path, query, headers, body}, oldest first. */
  requests = [];
  #root;
  #pages;
  #headers;
  #overrides = [];
  #stalled = new Set();
  #server = createServer((request, response) => this.#answer(request, response).catch(() => response.destroy()));

  constructor(root, pages, headers) {
    this.#root = root;
    this.#pages = pages;
    this.#headers = headers;
  }

  async listen() {
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.origin = `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** The address of a path. */
  url(path = "/") {
    return this.origin + path;
  }

  /** Adds or replaces a page made up by the test. */
  page(path, html) {
    this.#pages[path] = html;
    return this.url(path);
  }

  /**
   * Changes the answers to the paths that match; the newest override that matches holds. Returns a function that takes it back.
   * @param {object} override
   * @param {string|RegExp} override.path what it holds for
   * @param {number} [override.times] for so many requests only
   * @param {number} [override.status]
   * @param {string} [override.type] content-type; "" leaves it out
   * @param {Record<string, string>} [override.headers]
   * @param {string|Buffer|((body: Buffer) => string|Buffer)} [override.body]
   * @param {"head"|"body"} [override.stall] nothing is sent, or half the body, until `server.release()`
   * @param {"head"|"body"} [override.drop] the connection is cut before the answer, or after half of the body
   */
  override(override) {
    const active = { times: Infinity, ...override };
    this.#overrides.unshift(active);
    return () => {
      this.#overrides = this.#overrides.filter((one) => one !== active);
    };
  }

  /** How many answers stall now. */
  get stalled() {
    return this.#stalled.size;
  }

  /** Lets the stalled answers go on. */
  release() {
    for (const resume of this.#stalled) resume();
    this.#stalled.clear();
  }

  /** Paths that were asked, without those that browsers ask for by themselves. */
  paths() {
    return this.requests.map(({ path }) => path).filter((path) => path !== "/favicon.ico");
  }

  async close() {
    this.release();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request, response) {
    const { pathname, search } = new URL(request.url, this.origin);
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, headers } = request;
    if (pathname === HEARD) return response.writeHead(200, { "content-type": TYPES.js }).end(await readFile(HEARD_FILE));
    this.requests.push({ method, path: pathname, query: search, headers, body: Buffer.concat(chunks).toString() });

    const override = this.#take(pathname);
    if (override.drop === "head") return response.destroy();
    if (override.stall === "head") await this.#stall();
    const found = await this.#find(pathname);
    let body = changed(found?.body ?? Buffer.from("not found"), override.body);
    const exists = found !== undefined || override.body !== undefined;
    const type = override.type ?? found?.type ?? "text/plain; charset=utf-8";
    if (type === TYPES.html && isWebKit(headers["user-agent"])) body = withHeard(body);
    response.writeHead(override.status ?? (exists ? 200 : 404), {
      ...(type && { "content-type": type }),
      "content-length": body.length,
      "cache-control": pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      ...this.#headers,
      ...override.headers,
    });
    if (override.stall === "body" || override.drop === "body") {
      await new Promise((resolve) => response.write(body.subarray(0, body.length / 2), resolve));
      if (override.drop === "body") return response.destroy();
      await this.#stall();
      return response.end(body.subarray(body.length / 2));
    }
    response.end(body);
  }

  #take(path) {
    const matches = ({ path: wanted, times }) => times > 0 && (wanted instanceof RegExp ? wanted.test(path) : wanted === path);
    const override = this.#overrides.find(matches);
    if (override) override.times -= 1;
    return override ?? {};
  }

  #stall() {
    return new Promise((resume) => this.#stalled.add(resume));
  }

  async #find(pathname) {
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const type = TYPES[path.split(".").pop()] ?? "text/plain; charset=utf-8";
    const page = this.#pages[pathname] ?? this.#pages[path];
    if (page !== undefined) return { body: Buffer.from(page), type: TYPES.html };
    // Only names that a walk over the folder finds are served.
    const entries = await readdir(this.#root, { recursive: true }).catch(() => []);
    const name = path.slice(1);
    if (!entries.some((entry) => entry.replaceAll("\\", "/") === name)) return undefined;
    const body = await readFile(`${this.#root}/${name}`).catch(() => undefined);
    return body && { body, type };
  }
}

function withHeard(page) {
  return Buffer.from(page.toString().replace(/^(\s*<!doctype[^>]*>)?/i, `$1<script src="${HEARD}"></script>`));
}

function changed(body, change) {
  if (change === undefined) return body;
  const result = typeof change === "function" ? change(body) : change;
  return Buffer.isBuffer(result) ? result : Buffer.from(result);
}
