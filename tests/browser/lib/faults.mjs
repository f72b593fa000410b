/** What can be measured of how the reader looks, whatever the machine's fonts. */

/**
 * What is wrong with the reader as it stands now. It runs in the page: nothing outside of it can be named. `leastTarget`:
 * what a button must measure. Units: CSS px.
 */
export function faults(/** @type {ShadowRoot} */ root, /** @type {number} */ leastTarget) {
  const dialog = /** @type {HTMLElement} */ (root.querySelector("dialog"));
  const view = /** @type {Window & typeof globalThis} */ (root.ownerDocument.defaultView);
  const found = [];
  const name = (/** @type {Element} */ one) =>
    `${one.localName}.${one.className} ${one.textContent?.slice(0, 30)}`;
  const shown = (/** @type {Element} */ one) => one.getClientRects().length > 0;
  const width = dialog.clientWidth;
  if (dialog.scrollWidth > width) found.push(`scrolls sideways: ${dialog.scrollWidth} in ${width}`);
  for (const one of root.querySelectorAll(".bar button, article h1, article p, article img, .scroll, pre")) {
    const { left, right } = one.getBoundingClientRect();
    const inside = one.parentElement?.closest(".scroll, pre");
    if (shown(one) && !inside && (left < -0.5 || right > width + 0.5)) found.push(`sticks out: ${name(one)}`);
  }
  for (const one of root.querySelectorAll("button")) {
    const { width, height } = one.getBoundingClientRect();
    if (shown(one) && Math.min(width, height) < leastTarget) found.push(`too small: ${name(one)}`);
    if (shown(one) && one.scrollWidth > one.clientWidth + 1) found.push(`words stick out of: ${name(one)}`);
  }
  const title = root.querySelector("article h1")?.getBoundingClientRect();
  const body = root.querySelector(".body")?.getBoundingClientRect();
  if (!title || !body || title.bottom > body.top) found.push("the headline does not stand above the story");
  const start = (/** @type {Element | null} */ one) => {
    const range = root.ownerDocument.createRange();
    if (one) range.selectNodeContents(one);
    const { left, right } = range.getBoundingClientRect();
    return root.querySelector("article[dir=rtl]") ? right : left;
  };
  const outlet = root.querySelector(".meta .outlet");
  if (outlet && Math.abs(start(outlet) - start(root.querySelector("article h1"))) > 2)
    found.push(
      `the outlet stands at ${start(outlet)}, the headline at ${start(root.querySelector("article h1"))}`,
    );
  const size = parseFloat(
    view.getComputedStyle(/** @type {Element} */ (root.querySelector(".body"))).fontSize,
  );
  if (body && body.width > size * 40) found.push(`lines too long: ${body.width} px at ${size} px`);
  const facts = root.querySelector(".facts");
  if (facts && body && shown(facts) && facts.getBoundingClientRect().left < body.right && width >= 1120)
    found.push("the facts lie over the story");
  return found;
}
