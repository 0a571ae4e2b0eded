// For the page around a frame that shows embed.html: <iframe class="gca-frame" src="https://…/gca/embed.html">.
// Sets the frame's height, and dispatches the assessment's events on the frame where the frame sends them. A message counts only if
// it comes from the window of such a frame and from the origin of its address; all that is taken from it is a number, or plain data.

(() => {
  const [STEP, LEAST, MOST] = [64, 128, 20_000];
  const EVENTS = ["gca-ready", "gca-change", "gca-complete", "gca-error"];
  const frames = () => [...document.querySelectorAll("iframe.gca-frame")];
  const originOf = (frame) => new URL(frame.src, document.baseURI).origin;
  const greet = (frame) => frame.contentWindow?.postMessage({ gca: 1, type: "hello" }, originOf(frame));
  const heights = new Map();

  function grow() {
    for (const [frame, height] of heights) frame.style.height = `${height}px`;
    heights.clear();
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (data?.gca !== 1) return;
    const frame = frames().find((one) => one.contentWindow === source && originOf(one) === origin);
    if (!frame) return;
    if (data.type === "ready") greet(frame);
    if (data.type === "height" && Number.isFinite(data.height)) {
      // However many come, the page is laid out once a frame.
      if (!heights.size) requestAnimationFrame(grow);
      heights.set(frame, Math.min(MOST, Math.max(LEAST, Math.ceil(data.height / STEP) * STEP)));
    }
    if (data.type === "event" && EVENTS.includes(data.name)) {
      frame.dispatchEvent(new CustomEvent(data.name, { bubbles: true, detail: data.detail }));
    }
  });

  // A frame that was there before this script. One that has yet to load has the origin of this page, and is greeted when it calls.
  for (const frame of frames()) if (!frame.contentDocument || originOf(frame) === location.origin) greet(frame);
})();
