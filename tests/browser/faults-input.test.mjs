// Hostile texts in a bank and in notes are texts: shown as they stand, never run, never fetched, in all three engines.

import assert from "node:assert/strict";
import { arrives, assertSilent, open, press, ready, say } from "./product.mjs";
import { test } from "./suite.mjs";

const ENGINES = ["chromium", "firefox", "webkit"];

// One for each way in that browsers have had: elements that load, handlers, addresses with a script, ways out of an attribute, a
// comment, a style or raw text, markup that parsers repair into something else, templates of frameworks, encodings.
const VECTORS = [
  "<script>pwned('script')</script>",
  "<SCRIPT SRC=//127.0.0.1:1/x.js></SCRIPT>",
  "<scr<script>ipt>pwned(1)</scr</script>ipt>",
  "<img src=x onerror=pwned('img')>",
  "<img src=`x`onerror=pwned(1)>",
  "<IMG \"\"\"><SCRIPT>pwned(1)</SCRIPT>\"\\>",
  "<img src=\"javascript:pwned(1)\">",
  "<img/src='x'/onerror='pwned(1)'/>",
  "<svg onload=pwned('svg')>",
  "<svg/onload=pwned(1)>",
  "<svg><script>pwned(1)</script></svg>",
  "<svg><a xlink:href=\"javascript:pwned(1)\"><text y=20>x</text></a></svg>",
  "<svg><animate onbegin=pwned(1) attributeName=x dur=1s>",
  "<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg' onload='pwned(1)'/>#x\"/></svg>",
  "<svg><foreignObject><iframe srcdoc='<script>parent.pwned(1)</script>'></foreignObject></svg>",
  "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=pwned(1)&gt;\">",
  "<math href=\"javascript:pwned(1)\">x</math>",
  "<iframe src=\"javascript:pwned(1)\"></iframe>",
  "<iframe srcdoc=\"<script>parent.pwned(1)</script>\">",
  "<object data=\"data:text/html,<script>pwned(1)</script>\">",
  "<embed src=\"data:image/svg+xml;base64,PHN2Zy8+\">",
  "<link rel=stylesheet href=//127.0.0.1:1/x.css>",
  "<link rel=import href=//127.0.0.1:1/x>",
  "<style>@import '//127.0.0.1:1/x.css';</style>",
  "<style>*{background:url(//127.0.0.1:1/x)}</style>",
  "<div style=\"background:url(//127.0.0.1:1/x)\">",
  "<div style=\"width:expression(pwned(1))\">",
  "<base href=//127.0.0.1:1/>",
  "<meta http-equiv=refresh content=\"0;url=javascript:pwned(1)\">",
  "<form action=javascript:pwned(1)><button>x</button></form>",
  "<form id=test></form><button form=test formaction=javascript:pwned(1)>x</button>",
  "<input autofocus onfocus=pwned(1)>",
  "<select autofocus onfocus=pwned(1)>",
  "<textarea autofocus onfocus=pwned(1)>",
  "<keygen autofocus onfocus=pwned(1)>",
  "<details open ontoggle=pwned(1)>",
  "<video><source onerror=pwned(1)>",
  "<video poster=//127.0.0.1:1/x.png>",
  "<audio src=x onerror=pwned(1)>",
  "<marquee onstart=pwned(1)>",
  "<body onload=pwned(1)>",
  "<a href=\"javascript:pwned(1)\">x</a>",
  "<a href=\"jav&#x09;ascript:pwned(1)\">x</a>",
  "<a href=\"&#106;avascript:pwned(1)\">x</a>",
  "<a href=\"\u0001javascript:pwned(1)\">x</a>",
  "<a href=\"data:text/html,<script>pwned(1)</script>\">x</a>",
  "<a href=\"vbscript:pwned(1)\">x</a>",
  "javascript:pwned(1)",
  "\"><script>pwned(1)</script>",
  "'><script>pwned(1)</script>",
  "\" onmouseover=\"pwned(1)",
  "' autofocus onfocus='pwned(1)",
  "--><script>pwned(1)</script>",
  "]]><script>pwned(1)</script>",
  "</title><script>pwned(1)</script>",
  "</textarea><script>pwned(1)</script>",
  "</style><script>pwned(1)</script>",
  "<noscript><p title=\"</noscript><img src=x onerror=pwned(1)>\">",
  "<template><script>pwned(1)</script></template>",
  "<xmp><p title=\"</xmp><svg/onload=pwned(1)>\">",
  "<plaintext>",
  "<!--[if gte IE 4]><script>pwned(1)</script><![endif]-->",
  "<?xml-stylesheet href=\"javascript:pwned(1)\"?>",
  "&lt;script&gt;pwned(1)&lt;/script&gt;",
  "%3Cscript%3Epwned(1)%3C/script%3E",
  "\\u003cscript\\u003epwned(1)\\u003c/script\\u003e",
  "+ADw-script+AD4-pwned(1)+ADw-/script+AD4-",
  "¼script¾pwned(1)¼/script¾",
  "＜script＞pwned(1)＜/script＞",
  "{{constructor.constructor('pwned(1)')()}}",
  "${pwned(1)}",
  "#{pwned(1)}",
  "<%= pwned(1) %>",
  "[[${pwned(1)}]]",
  "{low} {high} {n} {constructor} {__proto__}",
  "<x contenteditable onblur=pwned(1) tabindex=1 autofocus>x",
  "<div onpointerrawupdate=pwned(1)>x</div>",
  "<dialog open onclose=pwned(1)><form method=dialog><button>x</button></form></dialog>",
  "<button popovertarget=x>x</button><div popover id=x onbeforetoggle=pwned(1)>x</div>",
  "<isindex type=image src=1 onerror=pwned(1)>",
  "<script\\x20type=\"text/javascript\">pwned(1);</script>",
  "<a\u2028href=\"javascript:pwned(1)\">x</a>",
  "\u202e<script>pwned(1)</script>\u202c",
];

// Elements that the product itself never makes.
const FOREIGN = "script, style, link, base, meta, img, iframe, object, embed, video, audio, form, math, template, foreignObject, animate, use, marquee, plaintext, xmp";

/** A bank in which every text that is shown is a vector. */
function bank() {
  let n = 0;
  const next = () => VECTORS[n++ % VECTORS.length];
  const options = () => [0, 0.5, 1].map((score, at) => ({ id: `o${at}`, label: next(), score }));
  const question = (id) => ({ id, text: next(), kind: "single", weight: 1, options: options(), allow_na: true, na_when: next(), help: next(), evidence: [next()], sources: [{ id: "s", locator: next() }], advice: [] });
  const indicator = (id) => ({ id, title: next(), why: next(), weight: 1, questions: [0, 1, 2].map((q) => question(`${id}.${q}`)) });
  const area = (id) => ({ id, title: next(), short: next(), summary: next(), weight: 1, indicators: [0, 1].map((i) => indicator(`${id}.${i}`)) });
  const stage = (id, min) => ({ id, label: next(), min, description: next() });
  return {
    id: "hostile", version: "1", language: "en", title: next(), description: next(), instructions: [next(), next()],
    sources: [{ id: "s", title: next(), publisher: next(), year: 2008, url: "javascript:pwned(1)" }],
    stages: [stage("low", 0), stage("high", 50)], quick: [], areas: ["a", "b", "c"].map(area),
  };
}

test(`${VECTORS.length} attacks in the texts of a bank and in notes are shown as they stand`, { engines: ENGINES, seconds: 120 }, async (t) => {
  const hostile = bank();
  const { server, driver } = await open(t, { element: '<gca-assessment mode="full"></gca-assessment>' });
  server.override({ path: "/demo/hostile.json", type: "application/json", body: JSON.stringify(hostile) });
  await ready(driver);
  await driver.evaluate(() => {
    globalThis.hits = [];
    globalThis.pwned = (...how) => hits.push(how);
    for (const name of ["alert", "confirm", "prompt"]) globalThis[name] = pwned;
    element.src = "/demo/hostile.json";
  });
  await driver.waitFor("events.filter(({ type }) => type === 'gca-ready').length === 2");
  const seen = new Set();
  const look = async () => {
    const { texts, foreign, hits } = await driver.evaluate((foreign) => {
      for (const details of $$("details:not([open])")) details.querySelector("summary").click();
      const texts = $$("*").flatMap((one) => [...one.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data)).concat($$("textarea").map(({ value }) => value));
      return { texts, foreign: $$(foreign).map(({ outerHTML }) => outerHTML), hits };
    }, FOREIGN);
    assert.deepEqual(foreign, []);
    assert.deepEqual(hits, []);
    const all = texts.join("\n");
    for (const vector of VECTORS) if (all.includes(vector)) seen.add(vector);
  };
  const questions = hostile.areas.flatMap(({ indicators }) => indicators.flatMap(({ questions }) => questions));
  const notes = Object.fromEntries(questions.map(({ id }, at) => [id, [0, 1, 2, 3, 4].map((n) => VECTORS[(at * 5 + n) % VECTORS.length]).join("\n")]));
  const answers = Object.fromEntries(questions.map(({ id }) => [id, "o1"]));
  await driver.evaluate((file) => element.importAnswers(file), { answers, notes });
  await look();
  await press(driver, say("nav.questions"));
  for (let page = 0; page < 6; page++) {
    await driver.waitFor("$('textarea')");
    await look();
    assert.deepEqual((await driver.evaluate("element.exportAnswers()")).notes, notes, "notes come back as they were");
    await driver.click("$('.bar .primary')");
    await driver.waitFor(page < 5 ? `$("#title").textContent.startsWith("${Math.floor((page + 1) / 2) + 1}.${(page + 1) % 2 + 1} ")` : "$('.group')");
  }
  await look();
  await press(driver, say("nav.results"));
  await arrives(driver, say("results.title"));
  await look();
  assert.deepEqual(VECTORS.filter((vector) => !seen.has(vector)), [], "every one was on the page");
  await assertSilent({ driver, server });
});
