/** Keeps the place of pictures whose size the page's markup does not give, so that nothing moves when they come. */

/** Gives each the size that the page's own picture of the same address turned out to have. Units: CSS px. */
export function reserveRoom(article: Element): void {
  const bare = article.querySelectorAll<HTMLImageElement>("img:not([width])");
  if (bare.length === 0) return;
  const loaded = new Map<string, HTMLImageElement>();
  for (const image of document.querySelectorAll("img"))
    if (image.naturalWidth > 0) loaded.set(image.src, image).set(image.currentSrc, image);
  for (const image of bare) {
    const same = loaded.get(image.src);
    if (same) Object.assign(image, { width: same.naturalWidth, height: same.naturalHeight });
  }
}
