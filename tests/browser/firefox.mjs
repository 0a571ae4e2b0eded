// Firefox through WebDriver BiDi. Beyond the common surface: `page`.

import puppeteer from "puppeteer-core";
import { Driver, keyParts } from "./driver.mjs";
import { findProgram } from "./find.mjs";

const TYPES = { warn: "warning" };

export async function start() {
  const executablePath = findProgram("FIREFOX");
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  return {
    open: async ({ viewport = { width: 1280, height: 720 } }) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport(viewport);
      return new Firefox(context, page);
    },
    close: () => browser.close(),
  };
}

class Firefox extends Driver {
  constructor(context, page) {
    super();
    this.context = context;
    this.page = page;
    page.on("console", (message) => this.messages.push({ type: TYPES[message.type()] ?? message.type(), text: message.text() }));
    page.on("pageerror", (error) => this.messages.push({ type: "error", text: error.stack ?? String(error) }));
  }

  open(url) {
    return this.page.goto(url);
  }

  run(code) {
    return this.page.evaluate(code);
  }

  async press(name) {
    const { key, modifiers } = keyParts(name);
    for (const modifier of modifiers) await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(key === "Space" ? " " : key);
    for (const modifier of modifiers.reverse()) await this.page.keyboard.up(modifier);
  }

  type(text) {
    return this.page.keyboard.type(text);
  }

  clickAt({ x, y }) {
    return this.page.mouse.click(x, y);
  }

  reload() {
    return this.page.reload();
  }

  screenshot(path, options = {}) {
    return this.page.screenshot({ path, ...options });
  }

  close() {
    return this.context.close();
  }
}
