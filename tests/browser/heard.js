// WebDriver tells nothing of the console, so in WebKit the page keeps it: the server puts this script first into each page, and the
// driver fetches what was kept. `heard` is taken over by webkit.mjs.
{
  const heard = [];
  const keep = (type, ...words) => heard.push({ type, text: words.map(String).join(" ") });
  Object.defineProperty(globalThis, "__heard", { value: heard });
  for (const [name, type] of Object.entries({ log: "log", info: "info", debug: "debug", warn: "warning", error: "error" })) {
    const original = console[name];
    console[name] = (...words) => {
      keep(type, ...words);
      original.apply(console, words);
    };
  }
  addEventListener("error", ({ message, error }) => message && keep("error", message, error?.stack ?? ""));
  addEventListener("unhandledrejection", ({ reason }) => keep("error", reason, reason?.stack ?? ""));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => keep("error", "policy", violatedDirective, blockedURI));
}
