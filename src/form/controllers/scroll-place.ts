// Where in a view the reporter is: kept when a phone is turned, or when its keyboard comes and goes.

/** Fields that bring a keyboard. */
const TEXT_FIELD = 'textarea, select, input:not([type="radio"], [type="checkbox"])';

/** The place in one dialog, which scrolls in its body or, where there is little height, as a whole. */
export class ScrollPlace {
  #dialog: HTMLElement;
  /** What begins at the upper edge of what is seen; nothing where nothing was scrolled. */
  #first: Element | undefined;

  constructor(dialog: HTMLElement) {
    this.#dialog = dialog;
    // What scrolls may be in the dialog, and scrolling does not bubble.
    dialog.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
  }

  end(): void {
    this.#dialog.removeEventListener('scroll', this.#onScroll, true);
  }

  /** After the window has changed: to the same place, then to the field that somebody types in. */
  restore = (): void => {
    if (this.#first?.isConnected) this.#first.scrollIntoView({ block: 'start' });
    const { activeElement } = this.#dialog.getRootNode() as ShadowRoot;
    if (activeElement?.matches(TEXT_FIELD)) activeElement.scrollIntoView({ block: 'nearest' });
  };

  #onScroll = ({ target }: Event): void => {
    const dialog = this.#dialog;
    const body = dialog.querySelector('.body')!;
    if (target !== dialog && target !== body) return;
    const edge = dialog.querySelector('.header')!.getBoundingClientRect().bottom;
    this.#first =
      (target as Element).scrollTop > 0
        ? [...body.querySelectorAll('*')].find((element) => element.getBoundingClientRect().top >= edge)
        : undefined;
  };
}
