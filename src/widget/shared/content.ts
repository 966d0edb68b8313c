// What a page has written inside the element.

/** What stands there beside the link without a place of its own, or in a slot. */
const PLAIN = 'a,br,noscript,script,[slot]';

/**
 * Whether an element holds more than a link and slotted children. HTML has no `<cliquez-signalez />`: written so, or without its
 * end tag, the element takes in the rest of the page. A paragraph around one link is a link.
 */
export function holdsPage({ firstChild }: Element): boolean {
  // A page may have a thousand widgets: no list is made.
  for (let node = firstChild; node; node = node.nextSibling) {
    const isMore =
      node instanceof Element
        ? !node.matches(PLAIN) && !node.querySelector(':scope>a:only-of-type')
        : node.nodeName === '#text' && node.nodeValue!.trim() !== '';
    if (isMore) return true;
  }
  return false;
}
