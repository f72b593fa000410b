/** The elements we put into the page: whoever looks at the page leaves them out. */

/** Our elements that are in the page now. */
export const ours = new Set<Element>();
