// Sets focus in one form, or scrolls to a field, after the next rendering: the target may not exist before.

import type { ReactiveController } from 'lit';
import { isFramed } from '../../page/framed.ts';
import type { Widget } from '../../shared/widget.ts';

/** The focus of one form. */
export class FocusController implements ReactiveController {
  /** Selector of the element that takes focus after the next rendering. */
  next: string | undefined;
  /**
   * Selector of a field that comes into view after the next rendering, with the notice under it: an answer has brought
   * them. Focus stays.
   */
  revealed: string | undefined;
  #host: Widget;

  constructor(host: Widget) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const { revealed } = this;
    this.revealed = undefined;
    if (revealed) {
      const field = this.#find(revealed)?.closest('.field, fieldset');
      this.#bringIntoView(field);
      const notice = field?.nextElementSibling;
      if (notice?.matches('.notice')) this.#bringIntoView(notice);
    }
    const selector = this.next;
    if (!selector) return;
    this.next = undefined;
    // New content is at the top: a heading or an error.
    // The body scrolls or, if there is little height, the dialog.
    if (!selector.startsWith('#'))
      for (const scroller of [this.#find('.body'), this.#find('')]) if (scroller) scroller.scrollTop = 0;
    (this.#find(selector) ?? this.#find('h2'))?.focus();
  }

  /** Moves focus to the heading of a form that was just opened. */
  enter(): void {
    if (this.#host.isInline) this.#find('')?.scrollIntoView?.({ block: 'nearest' });
    this.next = 'h2';
    this.hostUpdated();
  }

  /** Moves focus to a field, with its label in sight. */
  focusField(selector: string): void {
    const field = this.#find(selector);
    const label = field?.id ? this.#find(`label[for="${field.id}"]`) : undefined;
    this.#bringIntoView(field?.closest('fieldset') ?? label ?? field);
    field?.focus({ preventScroll: true });
  }

  /**
   * Scrolls as little as brings an element into sight. In the hotline's frame only the form scrolls: Firefox would scroll
   * the partner's page too, and the page could tell answers apart by that.
   */
  #bringIntoView(element: Element | null | undefined): void {
    if (!element || !isFramed(this.#host)) return element?.scrollIntoView?.({ block: 'nearest' });
    for (const scroller of [this.#find('.body'), this.#find('')]) {
      if (!scroller) continue;
      const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(scroller);
      const seen = scroller.getBoundingClientRect();
      const { top, bottom } = element.getBoundingClientRect();
      const above = top - seen.top - (parseFloat(scrollPaddingTop) || 0);
      const below = bottom - seen.bottom + (parseFloat(scrollPaddingBottom) || 0);
      // Zero if it is in sight, or if it reaches over both edges.
      scroller.scrollTop += Math.max(Math.min(above, below), 0) + Math.min(Math.max(above, below), 0);
    }
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`.panel ${selector}`);
  }
}
