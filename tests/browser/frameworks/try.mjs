// What is expected of the element in a framework; runs in the page. Returns what went wrong, in words.

export async function tryOut(name, { script, isLate }) {
  const wrong = [];
  const expect = (what, found, expected) => JSON.stringify(found) === JSON.stringify(expected) || wrong.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  const element = () => document.querySelector("gca-assessment");
  const { mount } = await import(`/adapters/${name}.js`);
  const heard = [];
  const given = { "legal.cybercrime-law.offences": "dk" };
  let view = {
    shown: true,
    moved: false,
    mode: "full",
    storageKey: `in-${name}`,
    headingLevel: 3,
    askWho: true,
    answers: given,
    events: ["gca-ready", "gca-change", "gca-complete", "gca-error"],
    heard: ({ type, detail }) => heard.push([type, detail.code].filter(Boolean).join(" ")),
  };
  // Frameworks that look whether a property is there need the element defined before they draw it.
  if (!isLate) await import(script);
  const app = await mount(document.querySelector("#place"), view);
  if (isLate) await import(script);
  const change = async (some) => {
    view = { ...view, ...some };
    await app.update(view);
    await new Promise((done) => setTimeout(done));
    await element()?.ready;
    await new Promise((done) => setTimeout(done));
  };
  await change({});

  expect("an attribute", element().getAttribute("mode"), "full");
  expect("properties in camel case", [element().storageKey, element().headingLevel, element().askWho], [`in-${name}`, 3, true]);
  expect("their attributes", ["storage-key", "heading-level", "ask-who", "start-at"].map((one) => element().getAttribute(one)), [`in-${name}`, "3", "", "questions"]);
  expect("an object as a property", element().answers, given);
  expect("events", heard.filter((one) => one !== "gca-change"), ["gca-ready"]);

  heard.length = 0;
  element().shadowRoot.querySelectorAll("input[type=radio]")[1].click();
  await new Promise((done) => setTimeout(done));
  expect("an event of an answer", heard, ["gca-change"]);
  const answers = element().answers;
  expect("the answer", Object.keys(answers).length, 1);
  expect("it is another one", JSON.stringify(answers) !== JSON.stringify(given), true);

  const before = element();
  await change({});
  expect("drawn again it is the same element", [element() === before, element().answers], [true, answers]);
  await change({ headingLevel: 4, askWho: false });
  expect("changed properties arrive", [element().headingLevel, element().getAttribute("heading-level"), element().askWho], [4, "4", false]);
  expect("and keep the answers", element().answers, answers);
  await change({ answers: undefined });
  await change({ moved: true });
  expect("in another place", [element().parentNode.className || "right", element().answers], ["right", answers]);
  await change({ shown: false });
  expect("hidden", element(), null);
  await change({ shown: true, moved: false });
  expect("shown again", element().answers, answers);
  heard.length = 0;
  const last = element();
  await app.unmount();
  expect("unmounted", [element(), last.isConnected], [null, false]);
  expect("no error", heard.filter((one) => one.startsWith("gca-error")), []);
  return wrong;
}
