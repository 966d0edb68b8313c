// Keeps the reporter's scroll position in a view when a phone is turned, or when its keyboard opens or closes.

import type { ReactiveController } from 'lit';
import type { Widget } from '../../shared/widget.ts';

/** Fields that open the phone's keyboard. */
const TEXT_FIELD = 'textarea, select, input:not([type="radio"], [type="checkbox"])';

/** The place in the dialog of one widget, which scrolls in its body or, if there is little height, as a whole. */
export class ScrollPlaceController implements ReactiveController {
  #host: Widget;
  /** First element below the upper edge of the visible area; undefined if nothing was scrolled. */
  #first: Element | undefined;
  /** How far the view was scrolled when its place was restored: that is no move of the reporter. */
  #restored: number | undefined;

  constructor(host: Widget) {
    this.#host = host;
  }

  hostConnected(): void {
    this.#listen('add');
  }

  hostDisconnected(): void {
    this.#listen('remove');
  }

  #listen(change: 'add' | 'remove'): void {
    // Scroll events do not bubble, so the listener captures them.
    const options = { capture: true, passive: true };
    this.#host.renderRoot[`${change}EventListener`]('scroll', this.#onScroll, options);
    for (const type of ['resize', 'scroll'])
      window.visualViewport?.[`${change}EventListener`](type, this.#onChange);
  }

  /** Restores the place in the same frame, after the dialog was fitted into the visible area (visible-area.ts). */
  #onChange = (): void => {
    requestAnimationFrame(this.#restore);
  };

  /** Scrolls to the kept position, then to the text field that has focus. */
  #restore = (): void => {
    const root = this.#host.renderRoot;
    if (!root.querySelector('dialog.panel[open]')) return;
    if (this.#first?.isConnected) this.#first.scrollIntoView({ block: 'start' });
    const { activeElement } = root;
    if (activeElement?.matches(TEXT_FIELD)) activeElement.scrollIntoView({ block: 'nearest' });
    this.#restored = this.#scrolled;
  };

  /** How far the dialog and its body are scrolled. */
  get #scrolled(): number {
    const scrollers = [...this.#host.renderRoot.querySelectorAll('dialog.panel, dialog.panel .body')];
    return scrollers.reduce((sum, { scrollTop }) => sum + scrollTop, 0);
  }

  #onScroll = ({ target }: Event): void => {
    const dialog = this.#host.renderRoot.querySelector('dialog.panel');
    const body = dialog?.querySelector('.body');
    if (!dialog || !body || (target !== dialog && target !== body)) return;
    if (this.#scrolled === this.#restored) return;
    const edge = dialog.querySelector('.header')!.getBoundingClientRect().bottom;
    this.#first =
      (target as Element).scrollTop > 0
        ? [...body.querySelectorAll('*')].find((element) => element.getBoundingClientRect().top >= edge)
        : undefined;
  };
}
