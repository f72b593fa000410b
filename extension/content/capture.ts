/**
 * Takes the page's markup and numbers its elements, so that the core and the hands mean the same one.
 * In: the live document, read only; no layout is forced. Out: a `Snapshot` and the elements in their order.
 * Elements inside `<svg>` have no number and no markup; a shadow root's elements come right after their host.
 */

import type { Route, Snapshot } from "../shared/snapshot.ts";

/** The page's elements by their number: a list of the browser's own, or ours. */
export type Elements = readonly Element[] | NodeListOf<Element>;

/** A snapshot, and the element behind every number in it. */
export interface Captured {
  snapshot: Snapshot;
  elements: Elements;
  shadowRoots: ShadowRoot[];
}

/** Data URIs above this length are cut: placeholders stay whole, inlined pictures and fonts do not cross. Units: characters. */
const LONGEST_DATA_URI = 2048;

/** Elements that have no end tag; the serializer writes no content for them. Source: HTML standard, serialization. */
const VOID = new Set(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split(
    " ",
  ),
);

/** Elements that are not custom and may host a shadow root. Source: DOM standard, `attachShadow`. */
const HOSTS = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

const PLAIN = [...HOSTS].join();

/**
 * This many elements at either end of a page are asked: covers come first or last. On larger pages of all elements, on
 * others of the plain ones, which the browser needs as long to find as to write the whole page.
 */
const MOST_ASKED = 10_000;

interface ShadowOpener extends Element {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/** The shadow root of `element`, closed ones included where the browser lets an extension see them. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  const name = element.localName;
  // `annotation-xml` of MathML is no custom element: Chromium throws when asked for its root.
  const custom = name.includes("-") && element instanceof HTMLElement;
  // Asking costs as much as serializing the element: what shows content of its own hides nothing behind it.
  if (!custom && !(HOSTS.has(name) && isBlank(element))) return null;
  const root = (element as ShadowOpener).openOrClosedShadowRoot;
  if (root !== undefined) return root;
  // Only in Chromium, and only in a content script.
  return globalThis.chrome?.dom?.openOrClosedShadowRoot?.(element as HTMLElement) ?? null;
}

/** True for an element without children, white space apart. */
function isBlank(element: Element): boolean {
  if (element.childElementCount > 0) return false;
  const text = element.firstChild;
  return text === null || (text.nodeType === Node.TEXT_NODE && !/\S/.test((text as Text).data));
}

/** The page as it stands. `walk` is slower and exact where the browser's own serializer is not. */
export function capture(route: Route = "serialized", ours: ReadonlySet<Element> = new Set()): Captured {
  const { html, elements, shadowRoots } = route === "walk" ? walked(ours) : serialized(ours);
  const root = document.scrollingElement ?? document.documentElement;
  const view = { width: innerWidth, height: innerHeight, scrollY, scrollHeight: root.scrollHeight };
  const snapshot = { url: location.href, route, html, elements: elements.length, view };
  return { snapshot, elements, shadowRoots };
}

interface Markup {
  html: string;
  elements: Elements;
  shadowRoots: ShadowRoot[];
}

/** Markup that is still being written. */
interface Draft extends Markup {
  elements: Element[];
}

function serialized(ours: ReadonlySet<Element>): Markup {
  const root = document.documentElement;
  const light = root.outerHTML;
  // A list of the browser's own, which makes no object of an element before it is asked for.
  const all = document.querySelectorAll(":not(svg *)");
  if (!anyShadow(light, all, ours)) return { html: cut(light), elements: all, shadowRoots: [] };
  const elements: Element[] = [];
  const shadowRoots: ShadowRoot[] = [];
  number(document, elements, shadowRoots, ours);
  return { html: cut(withShadows(root, shadowRoots)), elements, shadowRoots };
}

/**
 * True where an element outside shadow roots hosts one. `html`: the page's markup, for the names of custom elements;
 * `all`: its elements.
 */
function anyShadow(html: string, all: NodeListOf<Element>, ours: ReadonlySet<Element>): boolean {
  const names = new Set<string>();
  for (const [, name] of html.matchAll(/<([a-z][\w.]*-[\w.-]*)(?=[\s/>])/g)) names.add(CSS.escape(name!));
  const custom = names.size > 0 ? [...document.querySelectorAll([...names].join())] : [];
  if (custom.some((element) => !ours.has(element) && shadowOf(element))) return true;
  // Without a selector for what is blank: `:has()` asks every element for what is in it.
  const plain = all.length > 2 * MOST_ASKED ? all : document.querySelectorAll(PLAIN);
  for (let i = 0; i < plain.length; i++) {
    if (i === MOST_ASKED) i = Math.max(i, plain.length - MOST_ASKED);
    const element = plain[i]!;
    if (element.shadowRoot || element.firstElementChild === null)
      if (!ours.has(element) && shadowOf(element)) return true;
  }
  return false;
}

function number(
  scope: ParentNode,
  elements: Element[],
  roots: ShadowRoot[],
  ours: ReadonlySet<Element>,
): void {
  const all = scope.querySelectorAll("*");
  for (let i = 0; i < all.length; i++) {
    const element = all[i]!;
    elements.push(element);
    if (element.localName === "svg" && element instanceof SVGSVGElement)
      i += element.querySelectorAll("*").length;
    const shadow = ours.has(element) ? null : shadowOf(element);
    if (!shadow) continue;
    roots.push(shadow);
    number(shadow, elements, roots, ours);
  }
}

function withShadows(root: Element, shadowRoots: ShadowRoot[]): string {
  const [start] = (root.cloneNode(false) as Element).outerHTML.split("</html>");
  return `${start}${root.getHTML({ shadowRoots })}</html>`;
}

/** Cuts out what no stage reads: scripts but for JSON-LD, styles, what an `<svg>` holds, comments, long data URIs. */
function cut(html: string): string {
  const opening = /<(?:(script|style|svg)(?=[\s>/])|!--)/g;
  let out = "";
  let from = 0;
  for (let found = opening.exec(html); found; found = opening.exec(html)) {
    const [start, end] = innards(html, found.index, found[1]);
    out += html.slice(from, start);
    from = end;
    opening.lastIndex = end;
  }
  return cutData(out + html.slice(from));
}

/** Start and end of what to cut from the element or comment at `at`. */
function innards(html: string, at: number, name: string | undefined): [number, number] {
  const find = (what: string, from: number) => {
    const found = html.indexOf(what, from);
    return found < 0 ? html.length : found;
  };
  if (name === undefined) return [at, Math.min(html.length, find("-->", at + 4) + 3)];
  const inside = endOfTag(html, at);
  if (name === "svg") return [inside, endOfSvg(html, inside)];
  const end = find(`</${name}`, inside);
  const kept = name === "script" && html.slice(at, inside).includes("application/ld+json");
  return kept ? [end, end] : [inside, end];
}

/** One past the `>` of the start tag at `at`; attribute values may hold one. */
function endOfTag(html: string, at: number): number {
  let quoted = false;
  for (let i = at; i < html.length; i++) {
    const c = html.charCodeAt(i);
    if (c === 34) quoted = !quoted;
    else if (c === 62 && !quoted) return i + 1;
  }
  return html.length;
}

function endOfSvg(html: string, inside: number): number {
  const tag = /<(\/?)svg(?=[\s>/])/g;
  tag.lastIndex = inside;
  let depth = 1;
  for (let found = tag.exec(html); found; found = tag.exec(html)) {
    depth += found[1] ? -1 : 1;
    if (depth === 0) return found.index;
  }
  return html.length;
}

function cutData(html: string): string {
  let out = "";
  let from = 0;
  for (let at = html.indexOf('="data:'); at >= 0; at = html.indexOf('="data:', at + 2)) {
    const end = html.indexOf('"', at + 2);
    if (end - at <= LONGEST_DATA_URI) continue;
    out += `${html.slice(from, at)}="data:,`;
    from = end < 0 ? html.length : end;
  }
  return out + html.slice(from);
}

/** Writes the same markup node by node. */
function walked(ours: ReadonlySet<Element>): Markup {
  const made: Draft = { html: "", elements: [], shadowRoots: [] };
  const root = document.documentElement;
  // What is still to write, next last: a node, or an end tag. No recursion: pages nest deeper than the stack.
  const todo: (Node | string)[] = [root];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (typeof next === "string") made.html += next;
    else if (next instanceof Text) made.html += escapeText(next.data);
    else if (next instanceof Element) made.html += open(next, todo, made, ours);
  }
  return made;
}

function open(element: Element, todo: (Node | string)[], made: Draft, ours: ReadonlySet<Element>): string {
  const name = element.localName;
  const live = isCounted(element);
  if (live) made.elements.push(element);
  const start = `<${name}${attributes(element)}>`;
  if (VOID.has(name)) return start;
  const end = `</${name}>`;
  const raw = rawContent(element, name);
  if (raw !== null) return start + raw + end;
  todo.push(end);
  pushChildren(element instanceof HTMLTemplateElement ? element.content : element, todo);
  const shadow = live && !ours.has(element) ? shadowOf(element) : null;
  if (!shadow) return start;
  made.shadowRoots.push(shadow);
  todo.push("</template>");
  pushChildren(shadow, todo);
  return `${start}<template shadowrootmode="${shadow.mode}">`;
}

function isCounted(element: Element): boolean {
  return element.ownerDocument === document;
}

function pushChildren(parent: Node, todo: (Node | string)[]): void {
  for (let child = parent.lastChild; child; child = child.previousSibling) todo.push(child);
}

/** What stands between the tags without markup of its own. None: the element's children are to be written. */
function rawContent(element: Element, name: string): string | null {
  if (element instanceof SVGSVGElement || name === "style") return "";
  if (element instanceof HTMLScriptElement) {
    const text = element.textContent ?? "";
    return element.type === "application/ld+json" && !/<\/script/i.test(text) ? text : "";
  }
  // With scripts on, a noscript holds its markup as text.
  if (name === "noscript" && element.childElementCount === 0) return element.textContent ?? "";
  return null;
}

function attributes(element: Element): string {
  let out = "";
  for (const { name, value } of element.attributes) {
    if (name === "shadowrootmode" || /["'<>=\s/]/.test(name)) continue;
    const short = value.startsWith("data:") && value.length > LONGEST_DATA_URI ? "data:," : value;
    out += ` ${name}="${escapeText(short).replaceAll('"', "&quot;")}"`;
  }
  return out;
}

function escapeText(text: string): string {
  if (!/[&<>\u00a0]/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("\u00a0", "&nbsp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
