/**
 * The reader view in the page. In: what the core answered, and the person's settings. Out: a dialog above the page,
 * and one way to close it that leaves the page as it was.
 */

import { element } from "../shared/dom.ts";
import type { Panel, Reader } from "../shared/messages.ts";
import { onChange, save, type Settings } from "../shared/settings.ts";
import type { Mode } from "../shared/sites.ts";
import type { Snapshot } from "../shared/snapshot.ts";
import { say } from "../shared/words.ts";
import { bar } from "./bar.ts";
import type { Context } from "./context.ts";
import { equip, factsPanel } from "./facts.ts";
import { bringFont, dropFont } from "./font.ts";
import { markFacts } from "./found.ts";
import { guard } from "./guard.ts";
import { leadToSentences } from "./jump.ts";
import { restoreHighlights } from "./highlight.ts";
import { contain, listen } from "./keys.ts";
import { leadLinksInside, leadToNextPage } from "./links.ts";
import { dress, pageFontFamily } from "./look.ts";
import { grow, type Growing } from "./growing.ts";
import { recall } from "./memory.ts";
import { mount } from "./mount.ts";
import { followPlace, goBack } from "./place.ts";
import { sayer } from "./sayer.ts";
import { sentences, type Sentences } from "./sentences.ts";
import { shell } from "./shell.ts";

/** A reader that is open. */
export interface OpenReader {
  close(): void;
}

/** What the reader works with. */
export interface Given {
  settings: Settings;
  snapshot: Snapshot;
  mode: Mode | null;
  /** What has the page's focus. */
  focused: Element | null;
  /** The facts, where they come after the story. */
  facts?: Promise<Panel> | undefined;
}

/** Whom the reader tells. */
export interface Told {
  /** Called once, whoever closes it. */
  closed(): void;
  /** The page has become another, and the person wants that one read. */
  again(): void;
  /** The person wants to point at the part to read. */
  pick(): void;
  /** The person wants the page itself, without its covers. */
  clean(): void;
  modeChanged(mode: Mode | null): void;
}

/** Opens the reader. `returns`: how often it came back to this page before. */
export function openReader(reader: Reader, given: Given, told: Told, returns = 0): OpenReader {
  const { focused } = given;
  const scrolled = { left: scrollX, top: scrollY };
  const article = element("article");
  const spoken = sentences();
  const growing = grow(reader.article, article, given.settings, spoken);
  let anew: OpenReader | undefined;
  const context = assemble(reader, article, spoken, growing, given, told);
  const { shell: frame } = context;
  const tools = bar(context, close);
  frame.dialog.prepend(tools.element);
  equip(context);
  markFacts(context);
  wear(context);
  leadToSentences(context, tools);
  leadLinksInside(context);
  leadToNextPage(context);
  contain(frame.host);

  const stops = [
    listen(frame.root, (action) => {
      growing.finish();
      tools.act(action);
    }),
    wholeWhenNeeded(frame.dialog, growing),
    guard(frame, { moved: offerAgain, gaveUp: close, erased }, returns),
    onChange((settings) => {
      Object.assign(given.settings, settings);
      wear(context);
    }),
    tools.stop,
    dropFont,
  ];
  frame.dialog.addEventListener("cancel", (event) => event.preventDefault());
  frame.show();
  stops.push(followPlace(context));
  recall(({ progress, highlights }) => {
    context.onceWhole(() => restoreHighlights(context, highlights));
    if (progress > 0) context.onceWhole(() => goBack(context, progress));
  });
  growing.start();
  (article.querySelector<HTMLElement>("h1") ?? frame.dialog).focus({ preventScroll: true });
  void given.facts
    ?.catch(() => NO_FACTS)
    .then((panel) => {
      given.facts = undefined;
      takeIn(panel, context);
    });
  return { close };

  function offerAgain(): void {
    const press = () => {
      close();
      told.again();
    };
    context.say(say("pageMoved"), { key: "readAgain", press });
  }

  function leave(): void {
    stops.splice(0).forEach((stop) => stop());
    frame.remove();
  }

  /** One with listeners takes its place. */
  function erased(returns: number): void {
    leave();
    anew = openReader(reader, given, told, returns);
  }

  function close(): void {
    if (anew) return anew.close();
    if (stops.length === 0) return;
    leave();
    if (scrollX !== scrolled.left || scrollY !== scrolled.top) scrollTo({ ...scrolled, behavior: "instant" });
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    told.closed();
  }
}

/** Who presses something or prints means the whole story. Gives how to stop. */
function wholeWhenNeeded(dialog: HTMLElement, { finish, stop }: Growing): () => void {
  dialog.addEventListener("click", finish, { capture: true });
  addEventListener("beforeprint", finish);
  return () => {
    removeEventListener("beforeprint", finish);
    stop();
  };
}

/** The reader's nodes, and what its parts share. */
function assemble(
  reader: Reader,
  article: HTMLElement,
  { standOut }: Sentences,
  { onceWhole }: Growing,
  { settings, snapshot, mode, facts: later }: Given,
  { modeChanged, pick, clean }: Told,
): Context {
  const frame = shell(reader.title);
  article.dir = reader.rtl ? "rtl" : "ltr";
  if (reader.lang) article.lang = reader.lang;
  if (later) reader.hasFacts = true; // their place is kept
  const facts = factsPanel(reader);
  const stage = element("div", "stage");
  stage.append(article, facts);
  frame.dialog.append(stage);
  const { say: sayAloud, tell, attempt } = sayer(frame.dialog);
  const change = (part: Partial<Settings>) => {
    Object.assign(settings, part);
    void save(settings).catch(() => undefined); // out of reach: the choice holds for this page
    wear(context);
  };
  const context: Context = {
    shell: frame,
    reader,
    article,
    facts,
    settings,
    snapshot,
    mode,
    worn: [],
    onceWhole,
    standOut,
    change,
    say: sayAloud,
    tell,
    attempt,
    modeChanged,
    pick,
    clean,
  };
  return context;
}

/** Puts the settings on. */
function wear({ shell: { dialog }, settings, worn }: Context): void {
  dress(dialog, settings, pageFontFamily());
  for (const draw of worn) draw();
  if (settings.font === "dyslexic") void bringFont().catch(() => undefined);
}

/** Where the background ended before it found them. */
const NO_FACTS: Panel = { facts: [], hasFacts: false, spots: [] };

/** Puts facts that come after the story into their place, or gives the place up. */
function takeIn(panel: Panel, { reader, facts, worn }: Context): void {
  Object.assign(reader, panel);
  facts.hidden = !reader.hasFacts;
  facts.ariaBusy = null;
  mount(reader.facts, facts.lastElementChild!);
  for (const draw of worn) draw();
}
