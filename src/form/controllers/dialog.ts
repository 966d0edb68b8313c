// The dialog as a dialog: opening, the guard before closing, focus on the way in and out, and the page let go in the end.

import type { ReactiveController } from 'lit';
import { holdPage } from '../../page/hold.ts';
import { followVisibleArea, type Release } from '../../page/visible-area.ts';
import type { Widget } from '../../button/widget.ts';

/** What the dialog asks of the form. */
export interface DialogOwner {
  /** A close was asked for; the form decides. */
  askClose(): void;
  /** The dialog has closed, by the form or by the browser over its head. */
  closed(): void;
}

/** The native modal dialog of one widget. */
export class DialogController implements ReactiveController {
  #host: Widget;
  #owner: DialogOwner;
  #release: Release | undefined;
  /** Whether Escape went down in the dialog, and is still to come up. */
  #isEscaping = false;

  constructor(host: Widget, owner: DialogOwner) {
    this.#host = host;
    this.#owner = owner;
    host.addController(this);
    for (const type of ['keydown', 'keypress', 'keyup'] as const)
      host.renderRoot.addEventListener(type, this.#onKey as EventListener);
    // Safari has no idle time for scripts.
    globalThis.requestIdleCallback?.(() => this.#rehearse());
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog.panel');
  }

  /** Whether the dialog is shown. */
  get isOpen(): boolean {
    return this.#dialog?.open ?? false;
  }

  /**
   * Lays the dialog out before the click, and takes it away before anything is painted: letters, colours and sizes are then
   * at hand, so that it opens in three quarters of the time.
   */
  #rehearse(): void {
    const dialog = this.#dialog;
    if (!dialog || dialog.open) return;
    // In the place where it will be.
    const release = followVisibleArea(dialog);
    dialog.open = true;
    dialog.getClientRects();
    dialog.open = false;
    release();
  }

  show(): void {
    const dialog = this.#dialog;
    if (!dialog?.isConnected || dialog.open) return;
    this.#release ??= holdPage(dialog, () => this.close());
    // Focus goes there at once, not by way of the first link: what follows focus is computed once.
    const heading = dialog.querySelector('h2')!;
    heading.autofocus = true;
    dialog.showModal();
    heading.autofocus = false;
  }

  close(): void {
    this.#dialog?.close();
  }

  /** Moved within the page, a dialog is still open, but not modal any more: it is shown anew. */
  hostConnected(): void {
    const dialog = this.#dialog;
    if (!dialog?.open || dialog.matches(':modal')) return;
    dialog.open = false;
    this.show();
    dialog.querySelector('h2')!.focus();
  }

  /** Taken out of the page, it lets the page scroll again. */
  hostDisconnected(): void {
    if (!this.#host.isConnected) this.#letGo();
  }

  /**
   * Keys pressed in the form are not the page's: it would take them for its shortcuts, since it sees the widget as
   * target, not a text field. In the page, Tab and Escape are left to whatever the form stands in.
   */
  #onKey = (event: KeyboardEvent): void => {
    const { key } = event;
    const { isInline } = this.#host;
    if (isInline ? /^(Esc|Tab)/.test(key) : !this.isOpen) return;
    if (key === 'Escape') {
      const isDown = event.type === 'keydown' && !event.isComposing;
      // The browser closes a dialog on the second Escape whatever `cancel` says, so it never gets to see the key.
      if (isDown) event.preventDefault();
      // When the key comes up: the page would otherwise close what is around the widget with the same press.
      else if (this.#isEscaping) this.#owner.askClose();
      this.#isEscaping = isDown;
    }
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
    this.#release?.();
    this.#release = undefined;
  }

  /** To what had it before, which is the browser's doing; else to the button; else to what follows a hidden button. */
  #returnFocus(): void {
    const isNowhere = (): boolean => document.activeElement === document.body;
    // Still in what is closed, until the browser renders.
    this.#dialog?.querySelector<HTMLElement>(':focus')?.blur();
    if (isNowhere()) this.#host.focus();
    if (isNowhere())
      import('./following-focus.ts').then(({ focusAfter }) => focusAfter(this.#host)).catch(() => {});
  }
}
