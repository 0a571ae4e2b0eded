// Chromium through Playwright. Beyond the common surface: `page`, `context`, `cdp`, `requests`, `violations`.

import { chromium } from "playwright-core";
import { Driver } from "./driver.mjs";
import { findProgram } from "./find.mjs";

export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

export async function start() {
  const executablePath = findProgram("CHROMIUM");
  const browser = await chromium.launch({ executablePath, args: FLAGS, headless: true });
  return {
    open: async ({ engine: _, ...options }) => {
      const context = await browser.newContext(options);
      const driver = new Chromium(context);
      await driver.start();
      return driver;
    },
    close: () => browser.close(),
  };
}

class Chromium extends Driver {
  /** Every request of every page of the context: {method, url, body, type}. */
  requests = [];
  /** Content-security-policy and Trusted Types issues: {directive, blocked, reportOnly}. */
  violations = [];

  constructor(context) {
    super();
    this.context = context;
    context.on("console", (message) => this.messages.push({ type: message.type(), text: message.text() }));
    context.on("weberror", (error) => this.messages.push({ type: "error", text: error.error().stack ?? String(error.error()) }));
    context.on("request", (request) =>
      this.requests.push({ method: request.method(), url: request.url(), body: request.postData(), type: request.resourceType() }),
    );
  }

  async start() {
    this.page = await this.context.newPage();
    this.cdp = await this.context.newCDPSession(this.page);
    this.cdp.on("Audits.issueAdded", ({ issue }) => {
      const details = issue.details.contentSecurityPolicyIssueDetails;
      if (!details) return;
      const { violatedDirective, blockedURL, contentSecurityPolicyViolationType, isReportOnly } = details;
      this.violations.push({ directive: violatedDirective, blocked: blockedURL ?? contentSecurityPolicyViolationType, reportOnly: isReportOnly });
    });
    await this.cdp.send("Audits.enable");
  }

  /** Another page on the same storage, as a second tab; closed with this one. */
  async tab() {
    const tab = new Chromium(this.context);
    await tab.start();
    return tab;
  }

  open(url) {
    return this.page.goto(url);
  }

  run(code) {
    return this.page.evaluate(code);
  }

  press(key) {
    return this.page.keyboard.press(key);
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
