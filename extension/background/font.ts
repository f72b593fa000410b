/** The bundled font: pages cannot load files of the extension, so it crosses as text. */

/** The font's file. Units: base64. */
export async function fontText(): Promise<string> {
  const response = await fetch(chrome.runtime.getURL("fonts/dyslexic.woff2"));
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
