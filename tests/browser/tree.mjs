// The accessibility tree of Chromium as text that people can read: a line for what a screen reader has to say, indented as it is nested.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { inRepository } from "./paths.mjs";

/** Roles that say nothing by themselves: what is inside stands in their place. */
const SILENT = new Set(["generic", "none", "LabelText", "Legend", "InlineTextBox", "LineBreak", "ListMarker", "SvgRoot", "sectionheader"]);
const WORDS = { StaticText: "text", DisclosureTriangle: "disclosure" };
/** What is said of a control besides its role and name, and its value where it goes without saying. */
const STATES = { checked: "false", pressed: "", expanded: "", selected: "false", disabled: "false", invalid: "false", required: "false", readonly: "false", level: "", hasPopup: "", modal: "false", current: "false", live: "off" };

/** Compares the tree with the file `goldens/<name>.txt`; with BLESS=1 writes that. */
export async function assertTree(driver, name) {
  const path = inRepository(`tests/browser/goldens/${name}.txt`);
  const given = await tree(driver);
  if (process.env.BLESS === "1") {
    mkdirSync(inRepository("tests/browser/goldens"), { recursive: true });
    writeFileSync(path, given);
  }
  assert.ok(existsSync(path), `${path} is missing: BLESS=1 writes it`);
  assert.deepEqual(given.split("\n"), readFileSync(path, "utf8").split("\n"));
}

/** The tree of the assessment, from its region on. */
export async function tree(driver) {
  const { nodes } = await driver.cdp.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const children = (node) => (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
  const root = nodes.find(({ role, name, ignored }) => !ignored && (role.value === "dialog" || (role.value === "region" && name?.value)));
  const lines = [];
  let before = "";
  const write = (node, depth, around) => {
    const role = node.role?.value;
    const name = node.name?.value.trim() ?? "";
    if (node.ignored || SILENT.has(role)) return children(node).forEach((child) => write(child, depth, around));
    // Text that is the name of what it stands in, or beside, is said once.
    if (role === "StaticText" && (name === "" || around.includes(name) || name === before)) return;
    lines.push("  ".repeat(depth) + [WORDS[role] ?? role, name && JSON.stringify(name), ...states(node)].filter(Boolean).join(" "));
    before = name;
    if (role !== "StaticText" && role !== "textbox") children(node).forEach((child) => write(child, depth + 1, name));
  };
  write(root, 0, "");
  return `${lines.join("\n")}\n`;
}

function states({ role, properties = [], value, description }) {
  const found = properties.filter(({ name, value }) => name in STATES && !(role.value === "listitem" && name === "level") && String(value.value) !== STATES[name]).map(({ name, value }) => `${name}=${value.value}`);
  if (value?.value !== undefined && value.value !== "") found.push(`value=${JSON.stringify(value.value)}`);
  if (description?.value) found.push(`described=${JSON.stringify(description.value)}`);
  return found;
}
