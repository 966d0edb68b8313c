// Focus after a dialog closes whose button the page has hidden.

/** Gives focus to the first focusable element after the given one, unless another element has focus by now. */
export function focusAfter(element: Element): void {
  for (const next of document.querySelectorAll<HTMLElement>(
    'a, button, input, select, textarea, [tabindex]',
  )) {
    if (document.activeElement !== document.body || !element.isConnected) return;
    // The link inside the element is skipped: it is hidden, but WebKit would give it focus.
    if (element.compareDocumentPosition(next) === Node.DOCUMENT_POSITION_FOLLOWING) next.focus();
  }
}
