/** The world the extension's scripts have in a page. Chromium. */

/** Runs expressions in the content script's own world. */
export async function extensionWorld(
  /** @type {{ page: import("playwright-core").Page, id: string }} */ { page, id },
) {
  const cdp = await page.context().newCDPSession(page);
  let world = 0;
  cdp.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.auxData?.type === "isolated" && context.origin.includes(id)) world = context.id;
  });
  await cdp.send("Runtime.enable");
  return async (/** @type {string} */ expression) => {
    const { result, exceptionDetails } = await cdp.send("Runtime.evaluate", {
      expression,
      contextId: world,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}
