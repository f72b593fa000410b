/** Reading aloud: sentence by sentence, each marked while it is spoken. */

import { element, phrase, wordButton } from "../shared/dom.ts";
import { RANGES } from "../shared/settings.ts";
import { say } from "../shared/words.ts";
import type { Context } from "./context.ts";
import { show } from "./jump.ts";
import { selectionIn, startIn, textsIn } from "./selection.ts";

/** Browsers without any voice take the words and stay silent. Units: ms. */
const SILENCE = 4000;

/** What the browser says of a sentence that was cut off on purpose. */
const CUT_OFF = new Set(["canceled", "interrupted"]);

/** Something that reads the story aloud. */
export interface Speaker {
  /** Begins, pauses or goes on. */
  toggle(): void;
  stop(): void;
  /** Fills the panel with its controls. */
  fill(panel: HTMLElement): void;
}

/** One sentence, or a paragraph where no sentences are known. */
interface Passage {
  text: string;
  pieces: HTMLElement[];
}

/** A speaker for the story; silent until asked. */
export function speaker(context: Context): Speaker {
  const { article, settings, shell } = context;
  let passages: Passage[] = [];
  let at = -1;
  let controls: HTMLElement | undefined;

  let silent: ReturnType<typeof setTimeout> | undefined;

  const noVoice = (): void => {
    stop();
    context.say(say("listenNone"));
  };
  const mark = (on: boolean) => passages[at]?.pieces.forEach((piece) => piece.classList.toggle("spoken", on));
  const speak = (index: number): void => {
    mark(false);
    at = index;
    const passage = passages[at];
    if (!passage) return stop();
    mark(true);
    if (!isInSight(passage.pieces[0])) show(passage.pieces[0], shell.dialog);
    const utterance = new SpeechSynthesisUtterance(passage.text);
    utterance.rate = settings.rate;
    if (article.lang) utterance.lang = article.lang;
    const voice = speechSynthesis.getVoices().find((one) => one.name === settings.voice);
    if (voice) utterance.voice = voice;
    utterance.onstart = () => clearTimeout(silent);
    utterance.onpause = utterance.onresume = draw; // Firefox pauses a moment after it was asked to
    utterance.onend = () => at === index && speak(index + 1);
    utterance.onerror = ({ error }) => at === index && !CUT_OFF.has(error) && noVoice();
    clearTimeout(silent);
    silent = setTimeout(() => speechSynthesis.paused || noVoice(), SILENCE);
    speechSynthesis.speak(utterance);
    draw();
  };
  const stop = (): void => {
    mark(false);
    at = -1;
    clearTimeout(silent);
    speechSynthesis.cancel();
    draw();
  };
  const again = (): void => {
    if (at < 0) return;
    const index = at;
    at = -1; // what is spoken now must not lead on when it is cut off
    speechSynthesis.cancel();
    speak(index);
  };
  const toggle = (): void => {
    if (at < 0) {
      const selected = selectionIn(shell.root);
      const from =
        selected && article.contains(selected.startContainer) ? startIn(article, selected) : undefined;
      context.standOut(); // moves texts: the selection is lost with it
      passages = passagesOf(article);
      speak(firstOf(passages, from, context));
    } else if (speechSynthesis.paused) speechSynthesis.resume();
    else speechSynthesis.pause();
    draw();
  };
  const draw = (): void => {
    if (!controls) return;
    const key = at < 0 ? "listen" : speechSynthesis.paused ? "listenResume" : "listenPause";
    const rows = [wordButton(key, toggle), ...(at < 0 ? [] : [wordButton("listenStop", stop)])];
    const hadFocus = controls.contains(shell.root.activeElement);
    controls.replaceChildren(...rows);
    if (hadFocus) rows[0]?.focus();
  };
  const fill = (panel: HTMLElement): void => {
    panel.append(phrase("h2", "listen"));
    if (!("speechSynthesis" in globalThis)) return panel.append(phrase("p", "listenNone"));
    controls = element("div", "rows");
    panel.append(controls, rateRow(context, again), voiceRow(context, again));
    draw();
  };
  return { toggle, stop, fill };
}

function rateRow({ settings, change }: Context, changed: () => void): HTMLElement {
  const [min, max, step] = RANGES.rate;
  const row = element("label", "row");
  const input = element("input");
  Object.assign(input, { type: "range", min, max, step });
  input.value = String(settings.rate);
  input.addEventListener("change", () => {
    change({ rate: Number(input.value) });
    changed();
  });
  row.append(phrase("span", "rate"), input);
  return row;
}

function voiceRow({ settings, change, article }: Context, changed: () => void): HTMLElement {
  const row = element("label", "row");
  const select = element("select");
  const fill = () => {
    const language = article.lang.split("-")[0] ?? "";
    const voices = speechSynthesis.getVoices().filter((voice) => voice.lang.startsWith(language));
    const names = ["", ...voices.map((voice) => voice.name)];
    select.replaceChildren(
      ...names.map((name) => {
        const option = element("option");
        option.value = name;
        option.textContent = name || say("voiceAuto");
        option.selected = name === settings.voice;
        return option;
      }),
    );
  };
  fill();
  speechSynthesis.addEventListener("voiceschanged", fill);
  select.addEventListener("change", () => {
    change({ voice: select.value });
    changed();
  });
  row.append(phrase("span", "voice"), select);
  return row;
}

/** The story in the order it reads: its title, then sentences, and whole blocks where no sentences are known. */
function passagesOf(article: HTMLElement): Passage[] {
  const blocks = article.querySelectorAll<HTMLElement>(
    "h1, :is(.body, .added) :is(h2, h3, h4, h5, h6, p, li, dt, dd, td, th)",
  );
  const passages: Passage[] = [];
  for (const block of blocks) {
    const pieces = [...block.querySelectorAll<HTMLElement>("[data-s]")];
    if (pieces.length === 0 && !block.querySelector("p, li"))
      passages.push({ text: block.innerText, pieces: [block] });
    let number: string | undefined;
    for (const piece of pieces) {
      if (piece.closest("p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6") !== block) continue;
      if (piece.dataset.s === number) {
        const last = passages.at(-1)!;
        last.text += piece.innerText;
        last.pieces.push(piece);
      } else passages.push({ text: piece.innerText, pieces: [piece] });
      number = piece.dataset.s;
    }
  }
  return passages.filter(({ text }) => text.trim() !== "");
}

/** Where to begin: at `from`, a place in the story's text, else at what is in sight, else at the beginning. */
function firstOf(passages: Passage[], from: number | undefined, { article, shell }: Context): number {
  const [text] = from === undefined ? [] : (textsIn(article, from, from + 1)[0] ?? []);
  const chosen = text ? passages.findIndex(({ pieces }) => pieces.some((piece) => reaches(piece, text))) : -1;
  if (chosen >= 0) return chosen;
  if (shell.dialog.scrollTop < innerHeight / 2) return 0;
  return Math.max(
    0,
    passages.findIndex(({ pieces }) => isInSight(pieces[0])),
  );
}

/** True for a piece that holds the text or comes after it. */
function reaches(piece: HTMLElement, text: Text): boolean {
  const follows = text.compareDocumentPosition(piece) & Node.DOCUMENT_POSITION_FOLLOWING;
  return follows !== 0 || piece.contains(text);
}

function isInSight(piece: HTMLElement | undefined): boolean {
  if (!piece) return false;
  const { top, bottom } = piece.getBoundingClientRect();
  return top > innerHeight * 0.08 && bottom < innerHeight * 0.9;
}
