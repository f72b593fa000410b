/**
 * The reader as it comes from the core: a list of steps. The lists below are the core's (`src/reader/step.rs`), in
 * the same order; what is not in them cannot be built.
 */

/** Elements, by number. */
// prettier-ignore
export const TAGS = [
  "a", "blockquote", "br", "button", "caption", "cite", "code", "dd", "details", "div", "dl", "dt", "em",
  "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "img", "li", "mark", "ol",
  "p", "pre", "rt", "ruby", "s", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody",
  "td", "th", "time", "tr", "ul",
] as const;

/** Attributes, by number. */
// prettier-ignore
export const ATTRS = [
  "href", "src", "alt", "width", "height", "class", "dir", "lang", "start", "colspan", "rowspan", "scope",
  "tabindex", "role", "data-stands", "data-target", "data-to",
] as const;

/** Goes back to the parent element. */
export const CLOSE = -1;
/** The next piece is a date of ISO 8601; once worded, the one after it is the date as the person writes it. */
export const DATE = -2;
/** Minus the attribute's number: the next piece is its value. */
export const FIRST_ATTRIBUTE = -10;
/** Minus the sentence's number: the next piece is a text that belongs to it. */
export const FIRST_SENTENCE = -100;

/**
 * One piece: a number opens the element of that number or is one of the codes above; a text is a text; a list is a
 * phrase's key and what it speaks of, once worded the phrase itself.
 */
export type Step = number | string | string[];
