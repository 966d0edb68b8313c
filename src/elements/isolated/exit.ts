// « Quitter vite », done by the page for the frame: covered at once, then replaced.

/** Puts white over the whole page, in the top layer, until another one is there. */
export function coverPage(root: Element | DocumentFragment): HTMLElement {
  const cover = document.createElement('dialog');
  cover.className = 'cover';
  const keep = (event: Event): void => event.preventDefault();
  // Neither Escape nor Android's Back takes it away, or stops the other page from loading.
  cover.addEventListener('cancel', keep);
  cover.addEventListener('keydown', keep);
  root.append(cover);
  cover.showModal();
  return cover;
}

/** `replace`, not a visit: Back would otherwise bring this page back. */
export function replacePage(address: string): void {
  try {
    // In a frame itself, the page around it goes too, where it lets us.
    top?.location.replace(address);
  } catch {
    // It does not.
  }
  if (top !== window) location.replace(address);
}
