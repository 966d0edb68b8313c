// « Quitter vite »: cover, wipe, and put another page in the place of this one.

import type { ReactiveController } from 'lit';
import type { MessageKey } from '../../../words/messages.ts';
import { coverPage, replacePage } from '../../page/exit.ts';
import { isFramed } from '../../page/framed.ts';
import { followVisibleArea, type Release } from '../../page/visible-area.ts';
import { CsExitEvent } from '../../shared/events.ts';
import type { FormState } from '../form-view.ts';

/** The quick exit of one widget. */
export class QuickExitController implements ReactiveController {
  /** Name of the sentence about presses of Shift that lead out (exit-keys.ts), while it is said. */
  note: MessageKey | undefined;
  #form: FormState;
  #uncover: Release | undefined;
  /** The form in the page. Its header follows the visible area. */
  #followed: HTMLElement | null = null;
  #unfollow: Release | undefined;

  constructor(form: FormState) {
    this.#form = form;
    form.host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pageshow', this.#onPageshow);
    this.#follow(this.#form.host.renderRoot.querySelector<HTMLElement>('section.panel'));
  }

  hostUpdated(): void {
    this.#follow(this.#form.host.renderRoot.querySelector<HTMLElement>('section.panel'));
  }

  hostDisconnected(): void {
    window.removeEventListener('pageshow', this.#onPageshow);
    this.#follow(null);
    if (!this.#form.host.isConnected) this.#showAgain();
  }

  /** Whether the page is covered, and about to be replaced. */
  get isLeaving(): boolean {
    return !!this.#uncover;
  }

  /** The exit is a link, so that it works even if this script fails: hence `preventDefault` comes last. */
  onClick = (event: Event): void => {
    this.leave();
    event.preventDefault();
  };

  #follow(panel: HTMLElement | null): void {
    if (panel === this.#followed) return;
    this.#unfollow?.();
    this.#unfollow = panel ? followVisibleArea(panel) : undefined;
    this.#followed = panel;
  }

  /** Covers the page, forgets every answer, and replaces the page. */
  leave(): void {
    const { host, leaving, localize } = this.#form;
    const { tag: lang, dir } = localize;
    this.#uncover = coverPage(host.renderRoot.querySelector('.panel')!, {
      text: localize.text('exit.loading'),
      lang,
      dir,
    });
    leaving.wipe();
    host.dispatchEvent(new CsExitEvent());
    const { href } = host.renderRoot.querySelector<HTMLAnchorElement>('[part="exit"]')!;
    // The page around a frame can replace itself without a click, and can hide its address in every engine.
    if (!isFramed(host)) replacePage(href);
  }

  #onPageshow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#showAgain();
  };

  #showAgain(): void {
    this.#uncover?.();
    this.#uncover = undefined;
  }
}
