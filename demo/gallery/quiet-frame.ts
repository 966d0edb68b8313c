// Keeps a widget in a frame of the gallery's list from taking focus. Otherwise the page would scroll to each frame that
// reaches its state.

/**
 * Keeps focus in place during an action in a frame. In a page of its own, nothing changes.
 * @param act brings the widget to its state
 */
export async function withoutFocus(act: () => Promise<void>): Promise<void> {
  if (!globalThis.frameElement) return act();
  const { focus } = HTMLElement.prototype;
  const { showModal } = HTMLDialogElement.prototype;
  HTMLElement.prototype.focus = () => {};
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    // Inert elements cannot take focus.
    this.inert = true;
    showModal.call(this);
    this.inert = false;
  };
  try {
    await act();
  } finally {
    HTMLElement.prototype.focus = focus;
    HTMLDialogElement.prototype.showModal = showModal;
  }
}
