/** A page that knows of the extension and fights it: it learns nothing, forges nothing, and the browser stays usable. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inBoth } from "./lib/both.mjs";
import { page, record, STORY } from "./lib/recorder.mjs";
import { until } from "./lib/until.mjs";

const FORGED = "Forged words that no newspaper wrote.";

/** Replaces what extensions use, in the page's own world; each use of one is written down. */
const PATCHES = `<script>
  window.seen = [];
  const spy = (object, name) => {
    const own = object[name];
    object[name] = function (...given) { seen.push(name); return own?.apply(this, given); };
  };
  for (const name of ["attachShadow", "querySelectorAll", "getElementsByTagName", "setAttribute", "append",
    "getHTML", "matches", "closest", "getBoundingClientRect", "checkVisibility", "remove", "insertBefore"])
    spy(Element.prototype, name);
  for (const name of ["createElement", "createElementNS", "querySelectorAll", "elementFromPoint", "elementsFromPoint"])
    spy(Document.prototype, name);
  spy(HTMLDialogElement.prototype, "showModal");
  spy(window, "getComputedStyle");
  spy(window, "postMessage");
  const Observer = MutationObserver;
  window.MutationObserver = class extends Observer { constructor(run) { super(run); seen.push("MutationObserver"); } };
  for (const name of ["outerHTML", "innerHTML", "textContent", "localName", "shadowRoot"]) {
    for (const { prototype } of [Element, Node]) {
      const had = Object.getOwnPropertyDescriptor(prototype, name);
      if (had) Object.defineProperty(prototype, name, { ...had, get() { seen.push(name); return "<p>${FORGED}</p>"; } });
    }
  }
  Object.prototype.reader = { title: "${FORGED}", article: ["${FORGED}"], facts: [] };
  Object.prototype.snapshot = { html: "<p>${FORGED}</p>" };
  Object.prototype.do = "toggle";
  String.prototype.startsWith = Array.prototype.includes = () => true;
  JSON.stringify = () => '"${FORGED}"';
</script>`;

/** Speaks to whoever may listen, in every way a page has. */
const TALK = `<script>
  window.said = [];
  addEventListener("message", (event) => said.push(event.data));
  const messages = ["toggle", "show", "clean", "read", "plan", "sites", "always"].map((name) => ({
    do: name, host: "evil.example", mode: "clean", answer: { reader: { title: "${FORGED}" } } }));
  const talk = () => {
    for (const message of messages) {
      postMessage(message, "*");
      dispatchEvent(new CustomEvent("plainread", { detail: message }));
      document.dispatchEvent(new CustomEvent(message.do, { detail: message }));
      try { globalThis.chrome?.runtime?.sendMessage?.("plainread@plainread.example", message); } catch {}
    }
  };
  setInterval(talk, 20);
</script>`;

/** A host of its own making, with words of its own in a shadow root of its own. */
const FAKE = `<plainread-reader><template shadowrootmode="open"><dialog open><article>${FORGED}</article></dialog></template></plainread-reader>
  <plainread-notice>${FORGED}</plainread-notice><div data-plainread="hide">${STORY[1]}</div>`;

/** Takes the reader's host out as often as it can. */
const REMOVER = `<script>
  window.removed = 0;
  const remove = () => { for (const host of document.querySelectorAll("plainread-reader")) { host.remove(); removed++; } };
  new MutationObserver(remove).observe(document, { childList: true, subtree: true });
  setInterval(remove, 1);
</script>`;

const COVER = (/** @type {number} */ i, inside = "") =>
  `<div class="cover c${i}" style="position:fixed;inset:0;z-index:${i + 10};background:#fff"><h2>Subscribe to keep reading</h2><button>Subscribe</button>${inside}</div>`;
const LOCK = "<style>html, body { overflow: hidden }</style>";
const many = Array.from({ length: 10_000 }, (_, i) => COVER(i)).join("");
let nested = "";
for (let i = 0; i < 60; i++) nested = COVER(60 - i, nested);

const FLOOD = `<script>
  setInterval(() => { for (let i = 0; i < 2; i++) { const one = document.createElement("p"); one.className = "c" + i;
    document.body.append(one); one.remove(); } }, 10);
</script>`;
const ALERTS = `<script>window.alerts = 0; window.alert = () => { alerts++; }; setInterval(() => alert("stop"), 5);
  addEventListener("beforeunload", (event) => event.preventDefault());
  for (const name of ["click", "keydown", "focus", "toggle"]) addEventListener(name, (event) => event.stopImmediatePropagation(), true);</script>`;
const FRAMES = Array.from({ length: 20 }, () => `<iframe srcdoc="<p>${FORGED}</p>"></iframe>`).join("");

const pages = {
  "/patched": page([], PATCHES),
  "/talking": page([], TALK),
  "/fake": page([FAKE]),
  "/removing": page([], REMOVER),
  "/many": page([]).replace("</body>", `${LOCK}${many}</body>`),
  "/nested": page([]).replace("</body>", `${LOCK}${nested}</body>`),
  "/flood": page([], FLOOD),
  "/alerts": page([], ALERTS),
  "/frames": page([FRAMES]),
};

/**
 * From the press to an open reader, at most: a hang is what this catches. Ten thousand layers over each other take
 * either browser about 15 s on a busy machine. Units: ms.
 */
const PATIENCE = 60_000;

inBoth("a hostile page", (at) => {
  /** @type {Awaited<ReturnType<typeof record>>} */
  let server;
  before(async () => {
    server = await record(pages);
  });
  after(() => server?.close());

  let took = 0;
  const isThere = () =>
    at().browser.evaluate(() => document.getElementsByTagName("plainread-reader").length === 1);
  /** What the reader says, by nothing that the page could have replaced. */
  const text = async () =>
    String(
      (await at().browser.inside((/** @type {any} */ root) => {
        const texts = root.ownerDocument.createTreeWalker(root, 4);
        let all = "";
        while (texts.nextNode()) all += texts.currentNode.data;
        return all;
      })) ?? "",
    );
  const opened = async (/** @type {string} */ path) => {
    const { browser } = at();
    await browser.visit(server.base + path);
    const start = Date.now();
    await browser.press();
    await until(isThere, PATIENCE);
    took = Date.now() - start;
    return browser;
  };
  const shows = async () => {
    await until(async () => (await text()).includes("Eleven boats were torn"));
    assert.ok(!(await text()).includes(FORGED), "forged words are shown");
  };

  test("patched functions and prototypes see nothing of the extension and change nothing", async () => {
    const browser = await opened("/patched");
    await shows();
    assert.deepEqual(await browser.evaluate(() => /** @type {any} */ (globalThis).seen), []);
  });

  test("no global, no resource and no answer tell a page of it", async () => {
    const { browser } = at();
    await browser.visit(`${server.base}/talking`);
    const told = () =>
      browser.evaluate(() => ({
        globals: Object.getOwnPropertyNames(window).filter((name) => /plainread/i.test(name)),
        said: /** @type {any} */ (window).said.filter((/** @type {any} */ one) => !("host" in one)),
        loaded: /** @type {any} */ (window).loaded,
      }));
    await browser.evaluate((/** @type {string} */ origin) => {
      Object.assign(window, { loaded: "nothing" });
      for (const file of ["icons/16.png", "content.js", "core.wasm", "options.html"]) {
        const image = new Image();
        image.onload = () => Object.assign(window, { loaded: file });
        image.src = `${origin}/${file}`;
        const script = document.createElement("script");
        script.onload = () => Object.assign(window, { loaded: file });
        script.src = `${origin}/${file}`;
        document.head.append(script);
      }
    }, browser.origin);
    await new Promise((after) => setTimeout(after, 500));
    const nothing = { globals: [], said: [], loaded: "nothing" };
    assert.deepEqual(await told(), nothing);
    assert.equal(await browser.evaluate(() => document.querySelectorAll("plainread-reader").length), 0);
    await browser.press();
    await shows();
    assert.deepEqual(await told(), nothing);
    // What a page can see, and no more: one element without children or attributes, whose root is closed.
    const host = await browser.evaluate(() => {
      const [host] = document.querySelectorAll("plainread-reader");
      return [host?.shadowRoot ?? null, host?.childNodes.length, host?.attributes.length];
    });
    assert.deepEqual(host, [null, 0, 0]);
  });

  test("hosts and marks of its own are not taken for ours", async () => {
    const { browser } = at();
    await browser.visit(`${server.base}/fake`);
    await browser.press();
    // The first host in the document is the page's; ours is the one without a root that the page can see.
    await until(() =>
      browser.evaluate(() =>
        [...document.querySelectorAll("plainread-reader")].some((host) => host.shadowRoot === null),
      ),
    );
    const hosts = await browser.evaluate(() =>
      [...document.querySelectorAll("plainread-reader")].map((host) => host.shadowRoot !== null),
    );
    assert.deepEqual(hosts.toSorted(), [false, true]);
    await browser.press();
    await until(() => browser.evaluate(() => document.querySelectorAll("plainread-reader").length === 1));
  });

  test("taken out a thousand times a second, it gives up in the end, and the page is usable", async () => {
    const { browser } = at();
    await browser.visit(`${server.base}/removing`);
    await browser.press();
    await until(() => browser.evaluate(() => /** @type {any} */ (globalThis).removed > 0));
    await new Promise((after) => setTimeout(after, 3_000));
    const [first, later] = [
      await browser.evaluate(() => /** @type {any} */ (globalThis).removed),
      await new Promise((after) => setTimeout(after, 1_000)).then(() =>
        browser.evaluate(() => /** @type {any} */ (globalThis).removed),
      ),
    ];
    assert.equal(later, first, "it still fights");
    assert.ok(first < 100, `it came back ${first} times`);
    assert.equal(
      await browser.evaluate(() => getComputedStyle(document.documentElement).overflow),
      "visible",
    );
  });

  for (const path of ["/many", "/nested", "/flood", "/alerts", "/frames"]) {
    test(`${path.slice(1)}: the reader opens in bounded time, shows the story, and goes again`, async (t) => {
      const browser = await opened(path);
      t.diagnostic(`${path.slice(1)}: open after ${took} ms`);
      await shows();
      await browser.press();
      await until(
        () => browser.evaluate(() => document.querySelector("plainread-reader") === null),
        PATIENCE,
      );
    });
  }
});
