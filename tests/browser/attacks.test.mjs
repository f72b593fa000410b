/** Nothing a page holds runs in the reader or asks for anything, in either browser; nor in what is saved from it. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { CLOBBERED, ENDINGS, PRETENCES, VECTORS } from "./attacks/vectors.mjs";
import { inBoth } from "./lib/both.mjs";
import { start } from "./lib/chromium.mjs";
import { page, record, saved } from "./lib/recorder.mjs";
import { until } from "./lib/until.mjs";
import { isWhole } from "./lib/whole.mjs";

/** What the reader may hold: `src/reader/step.rs`, and what the hands add: `<time>`, `<bdi>`, a picture's label. */
const steps = readFileSync(new URL("../../extension/shared/steps.ts", import.meta.url), "utf8");
const listed = (/** @type {string} */ name) =>
  [...(steps.split(`${name} = [`)[1]?.split("]")[0] ?? "").matchAll(/"([^"]+)"/g)].map(
    (found) => found[1] ?? "",
  );
const TAGS = new Set([...listed("TAGS"), "bdi"]);
const ATTRS = new Set([...listed("ATTRS"), "datetime", "aria-label"]);

/** Vectors on one page: enough to be quick, few enough to tell which one it was. */
const TOGETHER = 13;
/** What would run or ask has done so by then. Units: ms. */
const SETTLED = 400;

const names = Object.keys(VECTORS);
const groups = Array.from({ length: Math.ceil(names.length / TOGETHER) }, (_, i) =>
  names.slice(i * TOGETHER, (i + 1) * TOGETHER),
);
const vectors = /** @type {Record<string, string>} */ (VECTORS);
const links = PRETENCES.map(
  ({ words, to }) => `<p>Please sign in at <a href="${to}">${words}</a> to go on with it.</p>`,
);
const pages = {
  ...Object.fromEntries(
    groups.map((group, i) => [`/group-${i}`, page(group.map((name) => vectors[name] ?? ""))]),
  ),
  ...Object.fromEntries(Object.entries(ENDINGS).map(([name, html]) => [`/${name}`, page([html])])),
  "/links": page(links),
};

/** Everything in the article and the facts that is on no list; the facts' own tools stand apart, above them. */
function unlisted(/** @type {any} */ root, /** @type {string[]} */ tags, /** @type {string[]} */ attrs) {
  const wrong = [];
  const links = ["http:", "https:", "mailto:"];
  const all = [...root.querySelectorAll("article *, .facts > :last-child *")];
  for (const element of all) {
    if (!tags.includes(element.localName)) wrong.push(element.localName);
    for (const { name, value } of element.attributes) {
      if (!attrs.includes(name)) wrong.push(`${element.localName} ${name}`);
      if (name === "href" && value !== "#" && !links.includes(element.protocol))
        wrong.push(value.slice(0, 80));
      if (name === "src" && !/^(https?:\/\/|data:image\/)/i.test(value)) wrong.push(value.slice(0, 80));
    }
  }
  return { count: all.length, wrong };
}

const settled = () => new Promise((after) => setTimeout(after, SETTLED));
const canaries = (/** @type {string[]} */ asked) => asked.filter((path) => path.startsWith("/canary/"));

inBoth("attacks", (at) => {
  /** @type {Awaited<ReturnType<typeof record>>} */
  let server;
  before(async () => {
    server = await record(pages);
  });
  after(() => server?.close());

  /** The reader, by the button, over a page that has run all it can. */
  const opened = async (/** @type {string} */ path) => {
    const { browser } = at();
    await browser.visit(server.base + path);
    await settled();
    server.asked.length = 0;
    await browser.press();
    await until(() => browser.inside(isWhole));
    await settled();
    return browser;
  };

  for (const path of Object.keys(pages)) {
    test(`${path.slice(1)}: nothing runs, nothing is asked, nothing is there that is not listed`, async () => {
      const browser = await opened(path);
      const { count, wrong } = await browser.inside(unlisted, [[...TAGS], [...ATTRS]]);
      assert.deepEqual(wrong, []);
      assert.ok(count > 20, `${count} elements`);
      await browser.inside((/** @type {any} */ root) => {
        for (const part of root.querySelectorAll("article *")) {
          for (const name of ["pointerover", "mouseover", "focus", "toggle", "animationstart", "error"])
            part.dispatchEvent(new part.ownerDocument.defaultView.Event(name));
        }
      });
      await settled();
      assert.deepEqual(canaries(server.asked), []);
      assert.ok(
        server.asked.every(
          (asked) => asked.startsWith("/own/") || asked === "/x" || asked === "/favicon.ico",
        ),
        String(server.asked),
      );
    });
  }

  test("names that stand in the document's way: read, or refused with a word; the page stays as it is", async () => {
    const { browser } = at();
    let read = 0;
    for (const [i, html] of CLOBBERED.entries()) {
      server.pages[`/clobbered-${i}`] = page([html]);
      await browser.visit(`${server.base}/clobbered-${i}`);
      await browser.press();
      await settled();
      const shown = await browser.inside(
        (/** @type {any} */ root) => root.querySelector("dialog")?.textContent,
      );
      read += /Eleven boats/.test(String(shown)) ? 1 : 0;
      const hosts = await browser.evaluate(
        () => Document.prototype.querySelectorAll.call(document, "plainread-reader").length,
      );
      assert.equal(hosts, shown === undefined ? 0 : 1, html);
    }
    assert.ok(read >= (browser.name === "Firefox" ? CLOBBERED.length : 1), `${read} were read`);
    assert.deepEqual(canaries(server.asked), []);
  });

  test("a link whose words name another place says where it leads, and turns nothing around", async () => {
    const browser = await opened("/links");
    const shown = await browser.inside((/** @type {any} */ root) =>
      [...root.querySelectorAll("small.host")].map((host) => ({
        host: host.textContent,
        apart: [host, host.parentElement.querySelector("a")].map(
          (part) => host.ownerDocument.defaultView.getComputedStyle(part).unicodeBidi,
        ),
      })),
    );
    const apart = ["isolate", "isolate"];
    assert.deepEqual(
      shown,
      PRETENCES.map(({ host }) => ({ host, apart })),
    );
  });
});

const skip = process.env.PLAINREAD_BROWSER === "firefox";
describe("attacks on what is saved (chromium)", { skip }, () => {
  /** @type {Awaited<ReturnType<typeof start>>} */
  let browser;
  /** @type {Awaited<ReturnType<typeof record>>} */
  let server;
  before(async () => {
    [browser, server] = await Promise.all([start({ acceptDownloads: true }), record({ ...pages })]);
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  const take = async (/** @type {string} */ format) => {
    await browser.inside(
      (root) => root.querySelector("#panel-save") ?? root.querySelector("[data-name=save]").click(),
    );
    const [download] = await Promise.all([
      browser.page.waitForEvent("download"),
      browser.inside((root, name) => root.querySelector(`[data-name=${name}]`).click(), [format]),
    ]);
    return readFileSync(await download.path(), "utf8");
  };

  for (const path of Object.keys(pages)) {
    test(`${path.slice(1)}: the saved page runs nothing, and Markdown leads nowhere it should not`, async () => {
      await browser.visit(server.base + path);
      await settled();
      await browser.press();
      await until(() => browser.inside(isWhole));
      const [html, markdown] = [await take("saveHtml"), await take("saveMarkdown")];
      assert.doesNotMatch(markdown, /(?<!\\)\]\(\s*(?!https?:|mailto:|#|data:image\/)/i);
      server.pages["/saved"] = saved(html);
      const other = await browser.context.newPage();
      try {
        server.asked.length = 0;
        await other.goto(`${server.base}/saved`);
        await other.waitForTimeout(SETTLED);
        const { tags, same, attributes, links } = await other.evaluate(() => {
          const again = new DOMParser().parseFromString(document.documentElement.outerHTML, "text/html");
          return {
            tags: [...document.querySelectorAll("body *")].map((element) => element.localName),
            same: document.body.isEqualNode(again.body),
            attributes: [...document.querySelectorAll("body, body *")].flatMap((element) =>
              [...element.attributes].map(({ name }) => name),
            ),
            links: [...document.querySelectorAll("a")].map((link) => link.protocol),
          };
        });
        assert.deepEqual(
          tags.filter((tag) => tag !== "article" && !TAGS.has(tag)),
          [],
        );
        assert.deepEqual(
          attributes.filter((name) => !ATTRS.has(name)),
          [],
        );
        assert.deepEqual(
          links.filter((scheme) => !["http:", "https:", "mailto:"].includes(scheme)),
          [],
        );
        assert.ok(same, "it mutates when it is read once more");
        assert.deepEqual(canaries(server.asked), []);
      } finally {
        await other.close();
      }
    });
  }
});
