// The server goes wrong exactly as it is told.

import assert from "node:assert/strict";
import { test } from "./suite.mjs";
import { inRepository } from "./paths.mjs";

const small = (t, options = {}) => t.serve({ root: inRepository("tests/browser"), pages: { "/": "<p>page</p>" }, ...options });

test("files and pages come with their type, and nothing else comes", { engines: ["node"] }, async (t) => {
  const server = await small(t);
  const response = await fetch(server.url("/package.json"));
  assert.equal(response.headers.get("content-type"), "application/json; charset=utf-8");
  assert.equal((await response.json()).name, "gca-browser-tests");
  assert.equal(await (await fetch(server.url())).text(), "<p>page</p>");
  for (const path of ["/gone.json", "/%2e%2e/architecture.rs", "/..%2farchitecture.rs"]) {
    assert.equal((await fetch(server.url(path))).status, 404, path);
  }
  assert.deepEqual(server.paths().slice(0, 2), ["/package.json", "/"]);
});

test("an override changes status, type, headers and body, as often as it is told", { engines: ["node"] }, async (t) => {
  const server = await small(t, { csp: "default-src 'none'" });
  const slice = (body) => body.subarray(0, 5);
  server.override({ path: /\.json$/, times: 1, status: 503, type: "text/plain", headers: { "x-told": "1" }, body: slice });
  const broken = await fetch(server.url("/package.json"));
  assert.deepEqual([broken.status, broken.headers.get("content-type"), broken.headers.get("x-told")], [503, "text/plain", "1"]);
  assert.equal(broken.headers.get("content-security-policy"), "default-src 'none'");
  assert.equal((await broken.text()).length, 5);
  assert.equal((await fetch(server.url("/package.json"))).status, 200);
  const takeBack = server.override({ path: "/", status: 500 });
  assert.equal((await fetch(server.url())).status, 500);
  takeBack();
  assert.equal((await fetch(server.url())).status, 200);
});

test("an answer stalls until it is released, and a connection is cut", { engines: ["node"] }, async (t) => {
  const server = await small(t);
  for (const stall of ["head", "body"]) {
    server.override({ path: "/", times: 1, stall });
    let ended = false;
    const text = fetch(server.url()).then((response) => response.text()).finally(() => (ended = true));
    await t.until("the request arrived", () => server.paths().at(-1) === "/");
    assert.equal(ended, false);
    await t.until("the answer stalls", () => server.stalled === 1);
    server.release();
    assert.equal(await text, "<p>page</p>");
    server.requests.length = 0;
  }
  for (const drop of ["head", "body"]) {
    server.override({ path: "/", times: 1, drop });
    await assert.rejects(fetch(server.url()).then((response) => response.text()), drop);
  }
});
