/**
 * Plainread as a library: from a page, as it was delivered, to its story and the story's key facts.
 * Everything is plain data; nothing is kept between calls, and nothing is asked of the network but the module itself.
 */

/** Loads the module. Call it once, before anything else; in Node it is already loaded when it returns. */
export function init(
  module?: string | URL | Request | Response | BufferSource | WebAssembly.Module,
): Promise<void>;

/** Reads a document: a live page's, `DOMParser`'s, or that of a DOM library. It is only read, never changed. */
export function readDocument(document: Markup, options?: Options): Reading;

/**
 * Reads HTML as a browser or a DOM library serializes it: every element closed, attributes quoted. For HTML as people
 * write it, parse it first: `readDocument(new DOMParser().parseFromString(html, "text/html"))`.
 */
export function readSerialized(html: string, options?: Options): Reading;

/** Reads a page copied as text: its lines say what they are. */
export function readText(text: string): Reading;

/** What is needed of a document. */
export interface Markup {
  readonly documentElement: { readonly outerHTML: string } | null;
  readonly URL?: string;
}

export interface Options {
  /** The page's address: what relative links hang on. Default: the document's own. */
  url?: string;
}

/** What came of a page: a story, or what was found instead. */
export type Reading = Story | Nothing;

export interface Story {
  article: Article;
  facts: Facts;
  /** The story as Markdown, with its headline and credits. */
  markdown: string;
  /** The same as plain text. */
  text: string;
}

export interface Nothing {
  article: null;
  /** Units: characters of running text; a story needs so many. */
  found: { characters: number; needed: number };
}

/** A story and what the page says about it. The same object as `plainread read --format json` prints. */
export interface Article {
  title: string | null;
  byline: string | null;
  /** Who published it first. */
  outlet: string | null;
  /** Who shows it, where that is another. */
  aggregator: string | null;
  original_url: string | null;
  section: string | null;
  /** `YYYY-MM-DD`, or with a time: ISO 8601. */
  published: string | null;
  updated: string | null;
  /** Where each of the values above was found; of those that are there. */
  sources: Partial<Record<Sourced, Source>>;
  /** BCP 47. */
  lang: string | null;
  /** True for text that is written from right to left. */
  rtl: boolean;
  lead_image: LeadImage | null;
  agency_credit: string | null;
  delivered: Delivered;
  /** True: the page is too large to be read whole, and only its first part was. */
  cut: boolean;
  blocks: Block[];
  /** Visible text that is not the story, in page order. */
  removed: Removed[];
  word_count: number;
}

/** A value that comes with where it was found. */
export type Sourced =
  "title" | "byline" | "outlet" | "aggregator" | "original_url" | "section" | "published" | "updated";

/** Where on a page something was found. */
export type Source =
  | "json-ld"
  | "microdata"
  | "open graph"
  | "meta"
  | "visible text"
  | "time element"
  | "address"
  | "plain text";

export interface LeadImage {
  src: string | null;
  alt: string | null;
  caption: string | null;
  credit: string | null;
}

/** How much of the story the page delivered. */
export interface Delivered {
  state: "full" | "preview";
  /** Why it is a preview, in English. */
  reason: string | null;
}

export interface Removed {
  text: string;
  reason:
    | "cover"
    | "sign_up"
    | "navigation"
    | "related"
    | "comments"
    | "app_prompt"
    | "banner"
    | "repeated"
    | "metadata"
    | "other";
}

/** A piece of the story that stands on its own. */
export type Block =
  | { type: "heading"; level: number; text: string }
  | { type: "paragraph"; text: string; links?: Link[] }
  | { type: "list"; start: number | null; items: Block[][] }
  | { type: "definitions"; items: Definition[] }
  | { type: "quote"; blocks: Block[]; cite: string | null }
  | { type: "code"; language: string | null; text: string }
  | { type: "table"; caption: string | null; rows: Cell[][] }
  | { type: "figure"; images: { src: string; alt: string }[]; caption: string | null; credit: string | null }
  | { type: "embed"; label: string; url: string }
  | { type: "math"; text: string }
  | { type: "details"; summary: string; blocks: Block[] }
  | { type: "post"; author: string | null; time: string | null; blocks: Block[] }
  | { type: "rule" };

export interface Link {
  url: string;
  text: string;
}

/** A term, or what is said of the term before. */
export interface Definition {
  term: boolean;
  blocks: Block[];
}

export interface Cell {
  header: boolean;
  columns: number;
  rows: number;
  blocks: Block[];
}

/**
 * The key facts, each a piece of `text`: `text.slice(start, end)`. Lists are ordered as they are to be shown. What is
 * not sure enough is counted in `withheld`.
 */
export interface Facts {
  version: number;
  title: string | null;
  /** `YYYY-MM-DD`; relative dates hang on it. */
  pub_date: string | null;
  /** The story's lines of running text, joined by `\n`. */
  text: string;
  /** Start and end of each sentence in `text`. */
  sentences: [number, number][];
  people: Person[];
  organisations: Organisation[];
  places: Place[];
  dates: DateFact[];
  quantities: Quantity[];
  quotes: Quote[];
  /** Best first. */
  key_sentences: KeySentence[];
  withheld: { people: number; organisations: number; places: number; quotes: number; roles: number };
}

/** Where something stands in `Facts.text`. Units: UTF-16 code units, half-open, as `slice` takes them. */
export interface At {
  /** Index into `Facts.sentences`. */
  sent: number;
  start: number;
  end: number;
}

/** A piece of `Facts.text`, and where it stands. */
export interface Anchor extends At {
  text: string;
}

export interface Named {
  name: string;
  /** In text order, at least one. */
  mentions: Anchor[];
  /** 0 to 1. */
  confidence: number;
  /** 0 to 1: how much the story is about it. */
  salience: number;
}

export interface Person extends Named {
  /** As written. */
  role: string | null;
  role_anchor: Anchor | null;
}

export interface Organisation extends Named {
  /** The short form that the story itself ties to it. */
  short: string | null;
}

export interface Place extends Named {
  /** ISO 3166-1 alpha-2. */
  country: string | null;
}

export interface DateFact extends Anchor {
  /** ISO 8601: a day, a month, a year, a week, a quarter, an interval or a time. null: not resolved. */
  iso: string | null;
  grain: string;
  /** True where it hangs on another date. */
  relative: boolean;
  rule: string;
  anchor_date: string | null;
}

export interface Quantity extends Anchor {
  value: number;
  /** ISO 4217, `%`, a unit's name, or the counted noun as written. */
  unit: string;
  unit_kind: string;
  approx: string | null;
  /** What it is an amount of. */
  of: string | null;
}

export interface Quote {
  /** What stands between the marks; several for a split quote. */
  parts: Anchor[];
  /** null: not attributed. */
  speaker: string | null;
  /** How the speaker is named: by name, role, pronoun, or carried on from the quote before. */
  via: string | null;
  cue: string | null;
  kind: "direct" | "partial";
  confidence: number;
}

export interface KeySentence extends Anchor {
  score: number;
  why: string[];
  /** True where it leans on the sentence before. */
  needs_context: boolean;
}
