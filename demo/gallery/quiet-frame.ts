// In a frame of the gallery's list, a widget must not take the reader's focus: with it, the page would scroll to each
// frame that has just been led to its state.

/**
 * Keeps focus where it is while something is done in a frame; in a page of its own, nothing is changed.
 * @param act leads the widget to its state
 */
export async function withoutFocus(act: () => Promise<void>): Promise<void> {
  if (!globalThis.frameElement) return act();
  const { focus } = HTMLElement.prototype;
  const { showModal } = HTMLDialogElement.prototype;
  HTMLElement.prototype.focus = () => {};
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    // What is inert is not given focus.
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
