/** The facts' own words, marked in the story while the person has that switched on. */

import { element } from "../shared/dom.ts";
import { say } from "../shared/words.ts";
import type { Context } from "./context.ts";
import { unwrap, wrap } from "./wrap.ts";

/** What the kinds are called, by number: those of `src/reader/spots.rs`. */
const KINDS = ["factsPeople", "factsOrganisations", "factsPlaces", "factsDates", "factsFigures"];
/** Numbers for each place. */
const FIELDS = 4;
/** The class of a piece of a fact's words. */
const CLASS = "found";

const NONE: readonly number[] = [];

/** Words of a fact in a sentence. Units: UTF-16 units from its start, white space not counted. */
interface Spot {
  start: number;
  end: number;
  kind: number;
}

/** Keeps the marks as the settings have them: `worn` calls for it whenever those or the facts change. */
export function markFacts(context: Context): void {
  const { article, reader, settings, onceWhole, worn } = context;
  let marked = NONE;
  const draw = (): void => {
    const wanted = settings.marks ? reader.spots : NONE;
    if (wanted === marked) return;
    unwrap([...article.querySelectorAll(`.${CLASS}`)]);
    marked = wanted;
    put(context, marked);
  };
  worn.push(() => onceWhole(draw));
}

function put({ article, standOut }: Context, spots: readonly number[]): void {
  if (spots.length === 0) return;
  standOut();
  const texts = textsOf(article);
  for (const [number, there] of spotsOf(spots)) mark(texts.get(number) ?? [], there);
}

/** The spots of each sentence, by its number. */
function spotsOf(spots: readonly number[]): Map<number, Spot[]> {
  const sentences = new Map<number, Spot[]>();
  for (let i = 0; i < spots.length; i += FIELDS) {
    const [sentence = 0, start = 0, end = 0, kind = 0] = spots.slice(i, i + FIELDS);
    const there = sentences.get(sentence) ?? [];
    sentences.set(sentence, [...there, { start, end, kind }]);
  }
  return sentences;
}

/** The texts of each sentence, by its number. */
function textsOf(article: HTMLElement): Map<number, Text[]> {
  const texts = new Map<number, Text[]>();
  for (const piece of article.querySelectorAll<HTMLElement>("[data-s]")) {
    const number = Number(piece.dataset.s);
    const there = texts.get(number) ?? [];
    texts.set(number, there);
    const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) there.push(walker.currentNode as Text);
  }
  return texts;
}

/** Part of a text that is a fact's words. */
interface Part {
  text: Text;
  start: number;
  end: number;
  spot: Spot;
}

/** Marks the spots of one sentence in its texts. */
function mark(texts: readonly Text[], spots: readonly Spot[]): void {
  const parts: Part[] = [];
  let at = 0;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      if (/\s/.test(text.data[i]!)) continue;
      const spot = spots.find(({ start, end }) => start <= at && at < end);
      at++;
      if (!spot) continue;
      const last = parts.at(-1);
      if (last?.text === text && last.spot === spot) last.end = i + 1;
      else parts.push({ text, start: i, end: i + 1, spot });
    }
  }
  // The last first: a text that was parted keeps its beginning.
  for (const { text, start, end, spot } of parts.reverse()) {
    const around = element("span", CLASS);
    around.title = say(KINDS[spot.kind] ?? "facts");
    wrap(text, start, end, around);
  }
}
