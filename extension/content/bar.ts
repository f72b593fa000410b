/** The reader's bar: the way back, the tools, and what each key does. */

import { element, phrase } from "../shared/dom.ts";
import { settingsForm } from "../shared/form.ts";
import { CHOICES, RANGES, type Settings } from "../shared/settings.ts";
import { say } from "../shared/words.ts";
import type { Context } from "./context.ts";
import { highlight } from "./highlight.ts";
import { icon } from "./icons.ts";
import type { Action } from "./keys.ts";
import { lightbox } from "./lightbox.ts";
import { fillHelp, fillMore } from "./more.ts";
import { fillOutline } from "./outline.ts";
import { iconButton, panels } from "./panels.ts";
import { toggleFocus } from "./place.ts";
import { copy, fillSave } from "./save.ts";
import { speaker } from "./speak.ts";
import { fillWrong } from "./wrong.ts";

/** The bar, and what goes through it. */
export interface Bar {
  element: HTMLElement;
  act(action: Action): void;
  /** Closes the facts where they lie over the text. */
  hideFacts(): void;
  stop(): void;
}

/** The bar of a reader; `close` closes that. */
export function bar(context: Context, close: () => void): Bar {
  const { shell, settings, facts, reader } = context;
  const panel = panels(shell.dialog);
  const voice = speaker(context);
  const closeImage = lightbox(context);
  const factsButton = iconButton("facts", "facts", () => toggleFacts());
  context.worn.push(drawFacts);
  const room = matchMedia(NO_ROOM);
  room.addEventListener("change", drawFacts);
  shell.dialog.addEventListener("pointerdown", ({ target }) => {
    const inside = facts.contains(target as Node) || factsButton.contains(target as Node);
    if (!inside) hideFactsOver(false);
  });

  const doings = {
    help: () => panel.toggle("shortcuts"),
    wrong: () => panel.toggle("wrong"),
    focus: () => toggleFocus(context),
    highlight: () => highlight(context),
  };
  const made = element("div", "bar");
  const gap = element("span", "gap");
  made.append(
    backButton(close),
    gap,
    panel.button("outline", "outline", (into) => fillOutline(context, into)),
    factsButton,
    panel.button("listen", "listen", (into) => voice.fill(into)),
    panel.button("save", "save", (into) => fillSave(context, into)),
    panel.button("look", "look", (into) => settingsForm(into, settings, context.change)),
    panel.button("more", "more", (into) => fillMore(context, into, doings)),
  );
  panel.add("shortcuts", "more", fillHelp);
  panel.add("wrong", "more", (into) => fillWrong(context, into));

  const actions: Record<Action, () => void> = {
    close: () => closeImage() || panel.close() || hideFactsOver() || close(),
    facts: toggleFacts,
    outline: () => panel.toggle("outline"),
    listen: voice.toggle,
    focus: doings.focus,
    larger: () => resize(1),
    smaller: () => resize(-1),
    theme: () => context.change({ theme: next(CHOICES.theme, settings.theme) }),
    copy: () => copy(context, "markdown"),
    save: () => panel.toggle("save"),
    print: () => print(),
    highlight: doings.highlight,
    wrong: doings.wrong,
    help: doings.help,
  };
  return {
    element: made,
    act: (action) => actions[action](),
    hideFacts: () => void hideFactsOver(),
    stop: () => {
      voice.stop();
      room.removeEventListener("change", drawFacts);
    },
  };

  function resize(by: 1 | -1): void {
    const [least, most, step] = RANGES.size;
    context.change({ size: Math.min(most, Math.max(least, settings.size + by * step)) });
  }
  function toggleFacts(): void {
    if (!reader.hasFacts) return;
    if (!liesOver()) return context.change({ facts: !settings.facts });
    shell.dialog.dataset.drawer = shell.dialog.dataset.drawer === "open" ? "" : "open";
    if (shell.dialog.dataset.drawer) facts.querySelector<HTMLElement>(".fact")?.focus();
    drawFacts();
  }
  function drawFacts(): void {
    factsButton.hidden = !reader.hasFacts;
    const shown = liesOver() ? shell.dialog.dataset.drawer === "open" : settings.facts;
    factsButton.setAttribute("aria-pressed", String(shown));
  }
  /** True where they lay over the text and are gone now. */
  function hideFactsOver(focus = true): boolean {
    if (!liesOver() || shell.dialog.dataset.drawer !== "open") return false;
    shell.dialog.dataset.drawer = "";
    drawFacts();
    if (focus) factsButton.focus();
    return true;
  }
}

function backButton(close: () => void): HTMLElement {
  const back = element("button", "back");
  back.type = "button";
  back.dataset.name = "backToPage";
  back.title = say("backToPage");
  back.append(icon("back"), phrase("span", "backToPage"));
  back.addEventListener("click", close);
  return back;
}

/** Where the window has no room for the facts beside the text; `reader.css` has the same width. */
const NO_ROOM = "(width < 1120px)";

function liesOver(): boolean {
  return matchMedia(NO_ROOM).matches;
}

function next(all: readonly Settings["theme"][], now: Settings["theme"]): Settings["theme"] {
  return all[(all.indexOf(now) + 1) % all.length]!;
}
