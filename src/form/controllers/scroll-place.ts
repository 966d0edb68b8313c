// Where in a view the reporter is: kept when a phone is turned, or when its keyboard comes and goes.

import type { ReactiveController } from 'lit';
import type { Widget } from '../../button/widget.ts';

/** Fields that bring a keyboard. */
const TEXT_FIELD = 'textarea, select, input:not([type="radio"], [type="checkbox"])';

/** The place in the dialog of one widget, which scrolls in its body or, where there is little height, as a whole. */
export class ScrollPlaceController implements ReactiveController {
  #host: Widget;
  /** What begins at the upper edge of what is seen; nothing where nothing was scrolled. */
  #first: Element | undefined;

  constructor(host: Widget) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Scrolling does not bubble: it is heard on its way down.
    this.#host.renderRoot.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    for (const type of ['resize', 'scroll']) window.visualViewport!.addEventListener(type, this.#onChange);
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('scroll', this.#onScroll, true);
    for (const type of ['resize', 'scroll']) window.visualViewport!.removeEventListener(type, this.#onChange);
  }

  /** In the same frame, after the dialog was fitted into what is in sight now (visible-area.ts). */
  #onChange = (): void => {
    requestAnimationFrame(this.#restore);
  };

  /** To the same place, then to the field that somebody types in. */
  #restore = (): void => {
    const root = this.#host.renderRoot as ShadowRoot;
    if (!root.querySelector('dialog.panel[open]')) return;
    if (this.#first?.isConnected) this.#first.scrollIntoView({ block: 'start' });
    const { activeElement } = root;
    if (activeElement?.matches(TEXT_FIELD)) activeElement.scrollIntoView({ block: 'nearest' });
  };

  #onScroll = ({ target }: Event): void => {
    const dialog = this.#host.renderRoot.querySelector('dialog.panel');
    const body = dialog?.querySelector('.body');
    if (!dialog || !body || (target !== dialog && target !== body)) return;
    const edge = dialog.querySelector('.header')!.getBoundingClientRect().bottom;
    this.#first =
      (target as Element).scrollTop > 0
        ? [...body.querySelectorAll('*')].find((element) => element.getBoundingClientRect().top >= edge)
        : undefined;
  };
}
