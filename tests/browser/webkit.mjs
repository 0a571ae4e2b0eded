// WebKitGTK: MiniBrowser under a virtual display, driven over the W3C WebDriver protocol.
// Its window is never narrower than about 450 px. The console is heard on pages of server.mjs only, see heard.js.

import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { Driver, keyParts } from "./driver.mjs";
import { findProgram } from "./find.mjs";
import { until } from "./wait.mjs";

// Code points of WebDriver for keys without a character.
const KEYS = {
  Tab: "\uE004", Shift: "\uE008", Control: "\uE009", Alt: "\uE00A", Enter: "\uE006", Escape: "\uE00C", Backspace: "\uE003",
  Delete: "\uE017", PageUp: "\uE00E", PageDown: "\uE00F", End: "\uE010", Home: "\uE011", ArrowLeft: "\uE012", ArrowUp: "\uE013",
  ArrowRight: "\uE014", ArrowDown: "\uE015", Space: " ",
};

// Software drawing, no accessibility bus: the machine may have neither a graphics card nor a desktop.
const QUIET = { LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1", GTK_A11Y: "none" };

export async function start() {
  const programs = {
    driver: findProgram("WEBKIT_WEBDRIVER"),
    browser: findProgram("MINIBROWSER"),
  };
  const screen = await startScreen();
  return {
    open: async ({ viewport = { width: 1280, height: 720 } }) => {
      const driver = new WebKit();
      await driver.start(programs, screen.display, viewport);
      return driver;
    },
    close: () => end(screen.server),
  };
}

/** A virtual display; the server chooses its number and tells it on a pipe. */
async function startScreen() {
  const program = findProgram("XVFB");
  const options = ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"];
  const server = child(program, options, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise((resolve, reject) => {
    server.stdio[3].once("data", (data) => resolve(String(data).trim()));
    server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.once("error", reject);
  });
  return { server, display: `:${number}` };
}

class WebKit extends Driver {
  #process;
  #base;

  async start(programs, display, viewport) {
    const port = await freePort();
    this.#process = child(programs.driver, [`--port=${port}`, "--host=127.0.0.1"], {
      env: { ...process.env, ...QUIET, DISPLAY: display },
      stdio: "ignore",
    });
    const address = `http://127.0.0.1:${port}`;
    await until("WebKitWebDriver is ready", async () => (await call("GET", `${address}/status`)).ready);
    const options = { "webkitgtk:browserOptions": { binary: programs.browser, args: ["--automation"] } };
    const session = await call("POST", `${address}/session`, { capabilities: { alwaysMatch: options } });
    this.#base = `${address}/session/${session.sessionId}`;
    await this.#resize(viewport);
  }

  /** Gives the page, not the window, this size. */
  async #resize({ width, height }) {
    await this.#post("window/rect", { width, height });
    const frame = await this.run("({ width: outerWidth - innerWidth, height: outerHeight - innerHeight })");
    await this.#post("window/rect", { width: width + frame.width, height: height + frame.height });
  }

  #post(path, body = {}) {
    return call("POST", `${this.#base}/${path}`, body);
  }

  async open(url) {
    await this.consoleMessages();
    await this.#post("url", { url });
  }

  async run(code) {
    const script = `const done = arguments[0];
      const end = (result) => done({ ...result, heard: globalThis.__heard?.splice(0) ?? [] });
      Promise.resolve().then(() => ${code}).then((value) => end({ value }), (error) => end({ error: error + "\\n" + error?.stack }));`;
    const { value, error, heard } = await this.#post("execute/async", { script, args: [] });
    this.messages.push(...heard);
    if (error) throw new Error(error);
    return value ?? undefined;
  }

  async consoleMessages() {
    await this.run("0");
    return this.messages;
  }

  async press(name) {
    const { key, modifiers } = keyParts(name);
    const values = modifiers.map((modifier) => KEYS[modifier]);
    await this.#keys([...values.map(down), ...tap(KEYS[key] ?? key), ...values.reverse().map(up)]);
  }

  async type(text) {
    await this.#keys([...text].flatMap(tap));
  }

  #keys(actions) {
    return this.#post("actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  clickAt({ x, y }) {
    const actions = [{ type: "pointerMove", x, y, duration: 0 }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    return this.#post("actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
  }

  async reload() {
    await this.consoleMessages();
    await this.#post("refresh");
  }

  async screenshot(path) {
    await writeFile(path, Buffer.from(await call("GET", `${this.#base}/screenshot`), "base64"));
  }

  async close() {
    await call("DELETE", this.#base).catch(() => {});
    await end(this.#process);
  }
}

const down = (value) => ({ type: "keyDown", value });
const up = (value) => ({ type: "keyUp", value });
const tap = (value) => [down(value), up(value)];

async function call(method, url, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
  return value;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// Programs that end with this one, however that ends.
const children = new Set();
process.once("exit", () => children.forEach((started) => started.kill()));

function child(...args) {
  const started = spawn(...args);
  children.add(started);
  started.once("exit", () => children.delete(started));
  return started;
}

async function end(started) {
  if (started.exitCode !== null || started.signalCode !== null) return;
  const ended = new Promise((resolve) => started.once("exit", resolve));
  started.kill();
  await ended;
}
