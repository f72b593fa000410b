/** A page as it is, to be compared with itself. */

/**
 * The page's markup, every computed style, what is modal and where everything is scrolled to, open shadow roots
 * included, our own elements apart. Runs in the page.
 */
export function exact() {
  const own = (/** @type {Element} */ e) => e.localName.startsWith("plainread-");
  /** @type {(Document | ShadowRoot)[]} */
  const roots = [document];
  for (let i = 0; i < roots.length; i++) {
    for (const { shadowRoot } of roots[i].querySelectorAll("*")) if (shadowRoot) roots.push(shadowRoot);
  }
  const all = roots.flatMap((root) => [...root.querySelectorAll("*")]).filter((element) => !own(element));
  const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
  for (const element of copy.querySelectorAll("*")) if (own(element)) element.remove();
  const style = (/** @type {Element} */ element) => {
    const computed = getComputedStyle(element);
    return [...computed].map((name) => `${name}:${computed.getPropertyValue(name)}`).join(";");
  };
  return {
    markup: copy.outerHTML,
    inner: roots.slice(1).map((root) => /** @type {ShadowRoot} */ (root).innerHTML),
    styles: all.map((element) => `${element.localName} ${style(element)}`),
    modal: all.filter((element) => element.matches(":modal,:popover-open")).map((element) => element.id),
    scrolled: [scrollX, scrollY, ...all.map((element) => element.scrollTop)],
  };
}

/** In what two pages differ, a short line for each: the same page's before and after, as [`exact`] tells of them. */
export function differences(/** @type {any} */ before, /** @type {any} */ after) {
  return Object.keys(before).flatMap((key) => {
    const [old, now] = [before, after].map((page) => [page[key]].flat().map(String));
    if (old.length !== now.length) return [`${key}: ${old.length}, then ${now.length}`];
    return old.flatMap((text, at) =>
      text === now[at] ? [] : [`${key} ${at}: ${parts(text, now[at] ?? "")}`],
    );
  });
}

/** What stands in one text and not in the other, by its declarations and tags. */
function parts(/** @type {string} */ old, /** @type {string} */ now) {
  const [left, right] = [old, now].map((text) => text.split(/;|(?<=>)/));
  const only = (/** @type {string[]} */ a, /** @type {string[]} */ b) =>
    a.filter((part) => !b.includes(part)).slice(0, 8);
  return `${only(left ?? [], right ?? []).join("; ")} → ${only(right ?? [], left ?? []).join("; ")}`;
}
