// What the page's main thread did during clicks, from Chromium's own trace: self time by kind of event.

const CATEGORIES = [
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "v8",
  "v8.compile",
  "blink",
  "toplevel",
  "loading",
  "cc",
];
/** Rows of the table. */
const MOST_ROWS = 40;

/** Collects traces around clicks. */
export class Trace {
  #totals = new Map();
  #clicks = 0;
  #events = [];

  async start(browser) {
    this.#events = [];
    browser.on("Tracing.dataCollected", this.#collect);
    const traceConfig = { includedCategories: CATEGORIES, excludedCategories: ["*"] };
    await browser.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
  }

  #collect = ({ value }) => this.#events.push(...value);

  async stop(browser) {
    const complete = new Promise((done) => browser.once("Tracing.tracingComplete", done));
    await browser.send("Tracing.end");
    await complete;
    browser.off("Tracing.dataCollected", this.#collect);
    this.#clicks++;
    for (const thread of mainThreads(this.#events)) this.#add(thread);
  }

  /** Adds a thread's events, each less what lies in it. */
  #add(events) {
    const open = [];
    const close = () => {
      const event = open.pop();
      const self = Math.max(0, event.tdur - event.inner) / 1000;
      this.#totals.set(event.name, (this.#totals.get(event.name) ?? 0) + self);
    };
    for (const event of events) {
      while (open.length && open.at(-1).ts + open.at(-1).dur <= event.ts) close();
      if (open.length) open.at(-1).inner += event.tdur;
      open.push({ ...event, inner: 0 });
    }
    while (open.length) close();
  }

  report(name) {
    const rows = [...this.#totals].map(([what, ms]) => [what, ms / this.#clicks]).sort((a, b) => b[1] - a[1]);
    console.log(
      `\n${name}: main-thread CPU of a click by kind of work, mean of ${this.#clicks}; ms, tracing included`,
    );
    console.log(
      `${rows
        .reduce((sum, [, ms]) => sum + ms, 0)
        .toFixed(2)
        .padStart(9)}  all`,
    );
    for (const [what, ms] of rows.slice(0, MOST_ROWS)) console.log(`${ms.toFixed(2).padStart(9)}  ${what}`);
  }
}

/** Main threads of renderers that drew something. */
function mainThreads(events) {
  const mains = events.filter((e) => e.name === "thread_name" && e.args.name === "CrRendererMain");
  return mains
    .map(({ pid, tid }) =>
      events.filter((e) => e.pid === pid && e.tid === tid && e.ph === "X" && e.tdur !== undefined),
    )
    .filter((thread) => thread.some((e) => e.name === "Paint"))
    .map((thread) => thread.sort((a, b) => a.ts - b.ts || b.dur - a.dur));
}
