// What hosts build on. The lists are written here once more, so that nothing of it changes by the way; the code, the types, the
// manifest and the guide must all say the same.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { ATTRIBUTES, PARTS, PROPERTIES } from "../../www/attributes.js";
import { choose, host, ready } from "./hosting.mjs";
import { DIST, inRepository } from "./paths.mjs";
import { test } from "./suite.mjs";

const API = {
  attributes: ["lang", "src", "mode", "persist", "storage-key", "theme", "start-at", "heading-level", "ask-who", "readonly", "loading", "share", "hide", "groups"],
  properties: ["src", "mode", "persist", "storageKey", "theme", "startAt", "headingLevel", "askWho", "readonly", "loading", "share", "hide", "groups", "bank", "answers", "assessment", "ready"],
  methods: ["exportAnswers", "importAnswers", "reset"],
  events: ["gca-ready", "gca-change", "gca-complete", "gca-error"],
  parts: [
    "root", "header", "nav", "rail", "page", "title", "resume", "report", "panel", "drop", "question", "option", "help", "note", "footer", "button",
    "button-primary", "score", "stage", "chart", "notice", "presenter", "prompt",
  ],
  tokens: [
    "accent", "on-accent", "accent-soft", "surface", "sunken", "text", "muted", "line", "control", "focus", "warn", "bad", "data", "data-soft",
    "compare", "level-1", "level-2", "level-3", "level-4", "level-5", "font", "font-heading", "space", "radius", "measure", "pad", "sticky-offset",
  ].map((name) => `--gca-${name}`),
  exports: ["GcaAssessment", "define", "version"],
};

const read = (path) => readFileSync(inRepository(path), "utf8");
const same = (found, expected, where) => assert.deepEqual([...new Set(found)].sort(), [...expected].sort(), where);
const all = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);
const sourcesOf = (folder, kind) =>
  readdirSync(inRepository(folder), { recursive: true }).filter((name) => name.endsWith(kind)).map((name) => read(`${folder}/${name}`)).join("\n");
/** The rows of the guide's tables between two headings. */
const section = (text, heading) => text.split(new RegExp(`^#+ ${heading}$`, "m"))[1].split(/^#+ /m)[0];

test("the manifest describes the frozen API", { engines: ["node"] }, async () => {
  const manifest = JSON.parse(read("www/custom-elements.json"));
  const [declaration] = manifest.modules[0].declarations;
  const names = (list) => list.map(({ name }) => name);
  same(names(declaration.attributes), API.attributes);
  const members = (kind) => names(declaration.members.filter((one) => one.kind === kind && !one.static));
  same(members("field"), API.properties);
  same(members("method"), API.methods);
  same(names(declaration.events), API.events);
  same(names(declaration.cssParts), API.parts);
  same(names(declaration.cssProperties), API.tokens);
  same(names(manifest.modules[0].exports.filter(({ kind }) => kind === "js")), API.exports);
  for (const { name, type, default: fallback, fieldName } of declaration.attributes.filter(({ name }) => name !== "lang")) {
    assert.equal(fieldName, PROPERTIES[name]);
    if (!Array.isArray(ATTRIBUTES[name])) continue;
    same(type.text.split(" | ").map((value) => value.replaceAll('"', "")), ATTRIBUTES[name], name);
    assert.equal((fallback ?? "").replaceAll('"', ""), ATTRIBUTES[name][0], name);
  }
});

test("the types describe the frozen API", { engines: ["node"] }, async () => {
  const types = read("www/gca-assessment.d.ts");
  const [, body] = types.split("export class GcaAssessment");
  const members = all(body.split("\n}")[0], /^ {2}(?:get |readonly )?(\w+)(?:\(|:)/gm).filter((name) => !/^(static|set|add|remove)/.test(name));
  same(members, [...API.properties, ...API.methods]);
  same(all(types, /^ {2}"(gca-\w+)": Custom/gm), API.events);
  same(all(types, /^export (?:class|const|function) (\w+)/gm), API.exports);
  assert.match(types, /HTMLElementTagNameMap \{\s+"gca-assessment": GcaAssessment;/);
});

test("the guide describes the frozen API", { engines: ["node"] }, async () => {
  const guide = read("www/README.md");
  const table = section(guide, "Attributes and properties");
  const [attributes, properties] = table.split("| property |");
  same(all(attributes, /^\| `([\w-]+)`/gm), API.attributes);
  same(all(properties, /^\| `(\w+)`/gm), ["bank", "answers", "assessment", "ready"]);
  for (const [name, values] of Object.entries(ATTRIBUTES)) {
    const row = attributes.split("\n").find((line) => line.startsWith(`| \`${name}\``));
    for (const value of Array.isArray(values) && name !== "heading-level" ? values.filter(Boolean) : []) assert.ok(row.includes(`\`${value}\``), `${name}: ${value}`);
  }
  same(all(section(guide, "Methods"), /element\.(\w+)\(/g), API.methods);
  same(all(section(guide, "Events"), /^\| `(gca-\w+)`/gm), API.events);
  const look = section(guide, "Look");
  const tokens = all(look, /`(--gca-[\w-]+)`/g);
  if (look.includes("`--gca-level-1` … `--gca-level-5`")) tokens.push(...[2, 3, 4].map((n) => `--gca-level-${n}`));
  same(tokens, API.tokens);
  same(all(look.split("Parts for `::part()`")[1].split(".")[0], /`([\w-]+)`/g), API.parts);
});

test("the parts that can be hidden are the same everywhere, and in one order", { engines: ["node"] }, async () => {
  const parts = ["results", "steps", "compare", "report", "notes", "evidence", "weights", "files", "codes", "several", "workshop", "language"];
  assert.deepEqual(PARTS, parts);
  const source = read("src/session/feature.rs");
  const variants = all(source.split("pub enum Feature")[1].split("\n}")[0], /^ {4}(\w+),$/gm);
  assert.deepEqual(variants.map((name) => name.toLowerCase()), parts);
  assert.deepEqual(all(section(read("www/README.md"), "Parts that can be hidden"), /^\| `(\w+)`/gm), parts);
  const listed = (text) => text.split("separated by spaces: ")[1].split(".")[0].replaceAll(/[\s*]+/g, " ").split(", ");
  assert.deepEqual(listed(read("www/custom-elements.json")), parts);
  assert.deepEqual(listed(read("www/gca-assessment.d.ts")), parts);
});

test("the code has the frozen API, and nothing beside it", { engines: ["node"] }, async () => {
  same(["lang", ...Object.keys(ATTRIBUTES)], API.attributes);
  const drawn = sourcesOf("src/widget", ".rs") + sourcesOf("www", ".js");
  const parts = [...all(drawn, /\bpart=([a-z-]+)/g), ...all(drawn, /\bpart: "([a-z-]+)"/g), ...all(read("www/dom.js"), /"(button[a-z-]*)"/g)];
  same(parts.filter((name) => name !== ""), API.parts);
  same(all(sourcesOf("src/widget/style", ".css"), /(--gca-[a-z\d]+(?:-[a-z\d]+)*)/g), API.tokens);
  const texts = read("www/texts.js");
  const guide = section(read("www/README.md"), "Events");
  for (const code of all(texts, /^ {2}"((?:load|src|program|attribute)\.[\w-]+)":/gm)) assert.ok(guide.includes(`\`${code}\``), `${code} is not in the guide`);
});

test("an element has the frozen API", async (t) => {
  const { driver } = await host(t, "<gca-assessment></gca-assessment>");
  await ready(driver);
  const found = await driver.evaluate(async () => {
    const own = [];
    for (let type = element.constructor; type !== HTMLElement; type = Object.getPrototypeOf(type)) own.push(...Object.getOwnPropertyNames(type.prototype));
    const module = await import("/gca-assessment.js");
    return { own: own.filter((name) => !/^constructor$|Callback$/.test(name)), observed: element.constructor.observedAttributes, exports: Object.keys(module) };
  });
  same(found.own, [...API.properties, ...API.methods]);
  same(found.observed, API.attributes);
  same(found.exports, API.exports);
});

test("results leave the element in events only as far as `share` says", async (t) => {
  const { driver } = await host(t, '<gca-assessment mode="full" start-at="questions"></gca-assessment>');
  await ready(driver);
  const last = () => driver.evaluate(() => events.at(-1));
  for (const [at, share, members] of [[0, null, []], [1, "none", []], [2, "score", ["overall", "stage"]], [1, "answers", ["answers", "overall", "stage"]], [2, "all", []]]) {
    await driver.evaluate((share) => (share === null ? 0 : element.setAttribute("share", share), element.ready.then(() => true)), share);
    await driver.evaluate("(events.length = 0, true)");
    await choose(driver, at);
    await t.until("the change", async () => (await last())?.type === "gca-change");
    const { detail } = await last();
    assert.deepEqual(Object.keys(detail).sort(), [...members, "schemaVersion"].sort(), String(share));
    if (!members.length) continue;
    const expected = await driver.evaluate(() => ({ overall: element.assessment.overall, stage: element.assessment.stage, answers: element.answers }));
    for (const name of members) assert.deepEqual(detail[name], expected[name], name);
  }
});

test("a bank of the host comes as an object, inside the element, or from an address, in this order", async (t) => {
  const bank = JSON.parse(read("www/data/banks/gca-core.json"));
  const named = (id) => JSON.stringify({ ...bank, id }).replaceAll("<", "\\u003c");
  const body = `<gca-assessment src="/bank.json"><script type="application/json">${named("inside")}</script></gca-assessment>`;
  const { driver, server } = await host(t, body, { overrides: [{ path: "/bank.json", body: named("address"), type: "application/json" }] });
  await ready(driver);
  const used = () => driver.evaluate("element.ready.then(() => element.exportAnswers().bank)");
  assert.equal(await used(), "inside");
  await driver.evaluate((text) => {
    element.bank = JSON.parse(text);
    const before = element.ready;
    element.bank = JSON.parse(text);
    if (before !== element.ready) throw new Error("the same bank once more started anew");
  }, named("object"));
  assert.equal(await used(), "object");
  assert.equal(await driver.evaluate("element.bank.id"), "object");
  await driver.evaluate("(element.bank = null, element.querySelector('script').remove(), element.toggleAttribute('ask-who'), true)");
  assert.equal(await used(), "address");
  assert.ok(server.paths().includes("/bank.json"));
  await driver.evaluate("(element.bank = { areas: 1 }, element.ready.catch(() => {}))");
  await t.until("the refusal", () => driver.evaluate("events.some(({ detail }) => /^(src|bank)\\./.test(detail.code))"));
  assert.deepEqual(driver.violations, []);
});

test("what is published lists itself: sums, integrity values, and what it is linked from", { engines: ["node"] }, async () => {
  const list = JSON.parse(readFileSync(`${DIST}/files.json`, "utf8"));
  const paths = list.files.map(({ path }) => path);
  const present = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`.slice(DIST.length + 1));
  same([...paths, "files.json", "SHA256SUMS"], present);
  const script = list.files.find(({ path }) => path === "gca-assessment.js");
  assert.match(script.sri, /^sha384-[\w+/]{64}$/);
  const bill = JSON.parse(readFileSync(`${DIST}/sbom.cdx.json`, "utf8"));
  assert.deepEqual([bill.bomFormat, bill.specVersion], ["CycloneDX", "1.5"]);
  const required = bill.components.filter(({ scope }) => scope === "required").map(({ name }) => name);
  assert.ok(required.includes("yew") && required.includes("wasm-bindgen"));
  assert.ok(bill.components.every(({ purl, hashes }) => purl.startsWith("pkg:cargo/") && /^[\da-f]{64}$/.test(hashes[0].content)));
});
