/**
 * A large page is not drawn while the reader covers it: a modal makes all of it inert, for which the browser would
 * style every element anew, in one task of seconds on the largest. What is not drawn is styled when it is shown again,
 * and by then it is as it was. Its height stays, so that its scrolling does.
 */

/** Pages with fewer elements are styled anew in less than two tenths of a second. */
const LARGE = 10_000;

let sheet: CSSStyleSheet | undefined;
/** How many are looking at the page right now. */
let looking = 0;

/** From now on the page is not drawn, if it is large. */
export function layToSleep(): void {
  if (sheet || document.getElementsByTagName("*").length < LARGE) return;
  const root = document.scrollingElement ?? document.documentElement;
  sheet = new CSSStyleSheet();
  sheet.disabled = looking > 0;
  sheet.replaceSync(
    `html { min-height: ${root.scrollHeight}px !important; overflow-anchor: none !important; }
    html > body { content-visibility: hidden !important; }`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** The page is drawn again. */
export function wake(): void {
  if (!sheet) return;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  sheet = undefined;
}

/** The page is drawn until what is given back is called, and as long as another look at it goes on. */
export function rouse(): () => void {
  looking++;
  if (sheet) sheet.disabled = true;
  return () => {
    looking--;
    if (sheet) sheet.disabled = looking > 0;
  };
}
