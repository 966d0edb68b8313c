// Where focus goes when a dialog closes whose button the page has hidden: to what follows. Lazy: few pages do that.

/** Gives focus to the first element after another one that takes it, unless something has it by now. */
export function focusAfter(element: Element): void {
  for (const next of document.querySelectorAll<HTMLElement>(
    'a, button, input, select, textarea, [tabindex]',
  )) {
    if (document.activeElement !== document.body || !element.isConnected) return;
    // Not the link inside: nobody sees it, but WebKit would give it focus.
    if (element.compareDocumentPosition(next) === Node.DOCUMENT_POSITION_FOLLOWING) next.focus();
  }
}
