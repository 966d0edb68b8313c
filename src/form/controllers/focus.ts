// Where focus goes in one form: after the next rendering, because what takes it may not be there before.

import type { ReactiveController } from 'lit';
import type { Widget } from '../../button/widget.ts';

/** The focus of one form. */
export class FocusController implements ReactiveController {
  /** Selector of what takes focus after the next rendering. */
  next: string | undefined;
  #host: Widget;

  constructor(host: Widget) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const selector = this.next;
    if (!selector) return;
    this.next = undefined;
    // What is new stands at the top: a heading, or what went wrong.
    // What scrolls is the body, or, where there is little height, the dialog.
    if (!selector.startsWith('['))
      for (const scroller of [this.#find('.body'), this.#find('')]) scroller?.scrollTo(0, 0);
    (this.#find(selector) ?? this.#find('h2'))?.focus();
  }

  /** To the heading of a form that was just opened. */
  enter(): void {
    if (this.#host.isInline) this.#find('')?.scrollIntoView({ block: 'nearest' });
    this.next = 'h2';
    this.hostUpdated();
  }

  /** To a field, with its label in sight. */
  toField(name: string): void {
    const field = this.#find(`[name="${name}"]`);
    const label = field?.id ? this.#find(`label[for="${field.id}"]`) : undefined;
    (field?.closest('fieldset') ?? label ?? field)?.scrollIntoView({ block: 'nearest' });
    field?.focus({ preventScroll: true });
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`.panel ${selector}`);
  }
}
