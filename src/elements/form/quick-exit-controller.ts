// « Quitter vite »: wipe, cover, and put another page in the place of this one.

import { CsExitEvent } from '../events.ts';
import type { ReportButton } from '../report-button.ts';

/** What the exit asks of the form. */
export interface ExitOwner {
  /** Forgets every answer, on screen too, without stopping a report on its way. */
  wipe(): void;
}

/** The quick exit of one widget. */
export class QuickExitController {
  /** Whether the cover is up. */
  isLeaving = false;
  #host: ReportButton;
  #owner: ExitOwner;

  constructor(host: ReportButton, owner: ExitOwner) {
    this.#host = host;
    this.#owner = owner;
  }

  hostConnected(): void {
    window.addEventListener('pageshow', this.#onPageshow);
  }

  hostDisconnected(): void {
    window.removeEventListener('pageshow', this.#onPageshow);
  }

  /** The exit is a link first, so that it works whatever becomes of this script. */
  onClick = (event: MouseEvent): void => {
    const link = event.currentTarget;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    this.leave(link.href);
  };

  leave(address: string): void {
    this.isLeaving = true;
    this.#owner.wipe();
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new CsExitEvent());
    // `replace`, not a visit: Back would otherwise bring the open form back, with what was typed in it.
    location.replace(address);
  }

  #onPageshow = (event: PageTransitionEvent): void => {
    if (!event.persisted || !this.isLeaving) return;
    this.isLeaving = false;
    this.#host.requestUpdate();
  };
}
