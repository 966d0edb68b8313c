// The dialog as a dialog: opening, the guard before closing, focus on the way in and out, and the page held still.

import type { ReportButton } from '../report-button.ts';

/** What the dialog asks of the form. */
export interface DialogOwner {
  /** A close was asked for; the form decides. */
  askClose(): void;
  /** The dialog has closed, by the form or by the browser over its head. */
  closed(): void;
}

/** The native modal dialog of one widget. */
export class DialogController {
  #host: ReportButton;
  #owner: DialogOwner;
  #release: (() => void) | undefined;

  constructor(host: ReportButton, owner: DialogOwner) {
    this.#host = host;
    this.#owner = owner;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  /** Whether the dialog is shown. */
  get isOpen(): boolean {
    return this.#dialog?.open ?? false;
  }

  show(): void {
    const dialog = this.#dialog;
    if (!dialog?.isConnected || dialog.open) return;
    dialog.showModal();
    this.#release ??= holdScroll();
  }

  close(): void {
    this.#dialog?.close();
  }

  /** Lets the page scroll again, whatever became of the dialog. */
  release(): void {
    this.#release?.();
    this.#release = undefined;
  }

  onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) {
      // The browser closes a dialog on the second Escape whatever `cancel` says, so it never gets to see the key.
      event.preventDefault();
      this.#owner.askClose();
    }
    // Typing here must not fire the page's shortcuts: the page sees the widget as target, not the text field.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  };

  onCancel = (event: Event): void => {
    // A `cancel` that cannot be prevented closes the dialog; the answers stay in memory for its next opening.
    if (event.target !== this.#dialog || !event.cancelable) return;
    event.preventDefault();
    this.#owner.askClose();
  };

  onClose = (event: Event): void => {
    if (event.target !== this.#dialog) return;
    this.release();
    this.#owner.closed();
    this.#host.focus();
  };
}

/** Stops the page from scrolling behind the dialog. @returns what puts back exactly what was there */
function holdScroll(): () => void {
  const { style, clientWidth } = document.documentElement;
  const before = { overflow: style.overflow, scrollbarGutter: style.scrollbarGutter };
  // Set through the object model: `style-src 'none'` refuses style attributes, not this.
  style.overflow = 'hidden';
  // The place of a scroll bar is kept, where one took any, so that the page does not move.
  if (clientWidth < innerWidth) style.scrollbarGutter = 'stable';
  return () => {
    Object.assign(style, before);
    if (!style.length) document.documentElement.removeAttribute('style');
  };
}
