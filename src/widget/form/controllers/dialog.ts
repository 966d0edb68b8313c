// The native dialog: opening, the check before closing, focus on opening and closing, and the release of the page.

import type { ReactiveController } from 'lit';
import { holdPage } from '../../page/hold.ts';
import { followVisibleArea, type Release } from '../../page/visible-area.ts';
import type { Widget } from '../../shared/widget.ts';

/** The form's side of the dialog. */
export interface DialogOwner {
  /** The reporter asks to close the dialog. The form decides. */
  askClose(): void;
  /**
   * The dialog was closed.
   * @param wasAsked whether the reporter or the page has asked for it; if not, the browser did, or the page has hidden it
   */
  closed(wasAsked: boolean): void;
  /** Another document has adopted the widget. */
  left(): void;
}

/** The native modal dialog of one widget. */
export class DialogController implements ReactiveController {
  #host: Widget;
  #owner: DialogOwner;
  #release: Release | undefined;
  /** Whether Escape was pressed in the dialog and not yet released. */
  #isEscaping = false;
  /** Whether the form has closed the dialog, of which the event has not come yet. */
  isClosing = false;
  /** The document whose page is held. */
  #held: Document | undefined;

  constructor(host: Widget, owner: DialogOwner) {
    this.#host = host;
    this.#owner = owner;
    host.addController(this);
    for (const type of ['keydown', 'keypress', 'keyup'] as const)
      host.renderRoot.addEventListener(type, this.#onKey as EventListener);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog.panel');
  }

  /** Whether the dialog is shown. */
  get isOpen(): boolean {
    return this.#dialog?.open ?? false;
  }

  /**
   * Lays the dialog out in an idle moment before the click, and closes it before the browser paints. Fonts, colours and
   * sizes are then ready, so that it opens in three quarters of the time. Safari has no `requestIdleCallback`.
   */
  rehearse(): void {
    globalThis.requestIdleCallback?.(() => {
      const dialog = this.#dialog;
      if (!dialog || dialog.open) return;
      // The layout must match the later position.
      const release = followVisibleArea(dialog);
      dialog.open = true;
      dialog.getClientRects();
      dialog.open = false;
      release();
    });
  }

  show(): void {
    const dialog = this.#dialog;
    if (!dialog?.isConnected || dialog.open) return;
    this.isClosing = false;
    this.#held = dialog.ownerDocument;
    this.#release ??= holdPage(dialog, () => dialog.close());
    // With `autofocus`, focus goes straight to the heading, not first to a link: the browser computes its effects once.
    const heading = dialog.querySelector('h2')!;
    heading.autofocus = true;
    // jsdom has no modal dialogs.
    dialog.showModal?.();
    heading.autofocus = false;
  }

  close(): void {
    this.isClosing = this.isOpen;
    this.#dialog?.close?.();
  }

  /** A dialog that is moved within the page stays open but is no longer modal, so it is shown anew. */
  hostConnected(): void {
    const dialog = this.#dialog;
    if (!dialog?.open || dialog.matches(':modal')) return;
    dialog.open = false;
    // Style sheets belong to the first document: the form would stand there naked.
    if (this.#hasLeft) return this.#owner.left();
    this.show();
    dialog.querySelector('h2')!.focus();
  }

  /** Lets the page scroll again once the widget is removed, or taken into another document. */
  hostDisconnected(): void {
    if (!this.#host.isConnected || this.#hasLeft) this.#letGo();
  }

  /** Whether the widget is in another document than the page that is held. */
  get #hasLeft(): boolean {
    return this.#held !== undefined && this.#host.ownerDocument !== this.#held;
  }

  /**
   * Hides keys pressed in the form from the page. The page would take them for shortcuts, since it sees the widget as
   * target, not a text field. A form in the page leaves Tab and Escape to its surroundings.
   */
  #onKey = (event: KeyboardEvent): void => {
    const { key } = event;
    const { isInline } = this.#host;
    if (isInline ? /^(Esc|Tab)/.test(key) : !this.isOpen) return;
    if (key === 'Escape') {
      const isDown = event.type === 'keydown' && !event.isComposing;
      // The browser closes a dialog on the second Escape even if `cancel` is prevented, so it never gets the key.
      if (isDown) event.preventDefault();
      // Closing waits for the key's release: otherwise that release would also close what surrounds the widget.
      else if (this.#isEscaping) this.#owner.askClose();
      this.#isEscaping = isDown;
    }
    if (isText(event) || !(event.ctrlKey || event.metaKey || event.altKey)) event.stopPropagation();
  };

  onCancel = (event: Event): void => {
    // A `cancel` that cannot be prevented closes the dialog; the answers stay in memory for its next opening.
    if (event.target !== this.#dialog || !event.cancelable) return;
    event.preventDefault();
    this.#owner.askClose();
  };

  onClose = (event: Event): void => {
    if (event.target !== this.#dialog) return;
    const wasAsked = this.isClosing;
    this.isClosing = false;
    this.#owner.closed(wasAsked);
    // The dialog was opened again before the `close` event arrived.
    if (this.isOpen) return;
    this.#letGo();
    this.#returnFocus();
  };

  #letGo(): void {
    this.#release?.();
    this.#release = undefined;
  }

  /** The browser restores the earlier focus. If it cannot, the button takes it, or the element after a hidden button. */
  #returnFocus(): void {
    const isNowhere = (): boolean => document.activeElement === document.body;
    // Focus stays in the closed dialog until the browser renders.
    this.#dialog?.querySelector<HTMLElement>(':focus')?.blur();
    if (isNowhere()) this.#host.focus();
    if (isNowhere())
      import('./following-focus.ts').then(({ focusAfter }) => focusAfter(this.#host)).catch(() => {});
  }
}

/** Whether a key pressed with modifiers writes a character, as AltGr and the Option key of a Mac do (« @ », « ę »). */
const isText = (event: KeyboardEvent): boolean =>
  event.key.length === 1 &&
  !event.metaKey &&
  event.altKey &&
  (!event.ctrlKey || event.getModifierState('AltGraph'));
