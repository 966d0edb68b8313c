// The dialog as a dialog: opening, the guard before closing, focus on the way in and out, and the page let go in the end.

import type { ReactiveController } from 'lit';
import type { ReportButton } from '../report-button.ts';
import { holdScroll } from './scroll-lock.ts';

/** What the dialog asks of the form. */
export interface DialogOwner {
  /** A close was asked for; the form decides. */
  askClose(): void;
  /** The dialog has closed, by the form or by the browser over its head. */
  closed(): void;
}

/** The native modal dialog of one widget. */
export class DialogController implements ReactiveController {
  #host: ReportButton;
  #owner: DialogOwner;
  #release: (() => void) | undefined;
  /** A dialog whose ancestor is hidden is not seen any more, but still blocks the whole page. */
  #watch = new IntersectionObserver(() => this.#closeUnseen(2));

  constructor(host: ReportButton, owner: DialogOwner) {
    this.#host = host;
    this.#owner = owner;
    host.addController(this);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog.panel');
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
    this.#watch.observe(dialog);
  }

  close(): void {
    this.#dialog?.close();
  }

  /** Taken out of the page or moved in it, a dialog is not modal any more: it closes, and the page scrolls again. */
  hostDisconnected(): void {
    this.close();
    this.#letGo();
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
    this.#owner.closed();
    // Opened again before the browser came to say that it was closed.
    if (this.isOpen) return;
    this.#letGo();
    this.#returnFocus();
  };

  #letGo(): void {
    this.#watch.disconnect();
    this.#release?.();
    this.#release = undefined;
  }

  /** Closes the dialog if it is still not rendered after so many frames: menus and frameworks hide for one, and show again. */
  #closeUnseen(frames: number): void {
    const dialog = this.#dialog;
    if (!dialog?.open || (dialog.checkVisibility?.() ?? dialog.getClientRects().length > 0)) return;
    if (frames > 0) requestAnimationFrame(() => this.#closeUnseen(frames - 1));
    else this.close();
  }

  /** To what had it before, which is the browser's doing; else to the button; else to what follows a hidden button. */
  #returnFocus(): void {
    const isSomewhere = (): boolean => (document.activeElement ?? document.body) !== document.body;
    // Still in what is closed, until the browser renders.
    this.#dialog?.querySelector<HTMLElement>(':focus')?.blur();
    if (isSomewhere()) return;
    this.#host.focus();
    for (const next of document.querySelectorAll<HTMLElement>(
      'a, button, input, select, textarea, [tabindex]',
    )) {
      if (isSomewhere()) return;
      if (this.#host.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING) next.focus();
    }
  }
}
