// The event of a report that has arrived. It comes from the later part of a form.

import { crossing } from './error-event.ts';

/** The endpoint has confirmed a report. */
export class CsSentEvent extends CustomEvent<null> {
  constructor() {
    super('cs-sent', crossing);
  }
}

declare global {
  interface HTMLElementEventMap {
    'cs-sent': CsSentEvent;
  }
}
