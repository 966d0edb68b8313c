// Events of a form that has loaded. Why they carry no content: error-event.ts.

import { crossing } from './error-event.ts';

/** The form was opened. */
export class CsOpenEvent extends CustomEvent<null> {
  constructor() {
    super('cs-open', crossing);
  }
}

/** A step is shown; `step` counts from 1. */
export class CsStepEvent extends CustomEvent<null> {
  readonly step: number;

  constructor(step: number) {
    super('cs-step', crossing);
    this.step = step;
  }
}

/** The form was closed. */
export class CsCloseEvent extends CustomEvent<null> {
  constructor() {
    super('cs-close', crossing);
  }
}

/** The reporter left by « Quitter vite »; the page is about to be replaced. */
export class CsExitEvent extends CustomEvent<null> {
  constructor() {
    super('cs-exit', crossing);
  }
}

declare global {
  interface HTMLElementEventMap {
    'cs-open': CsOpenEvent;
    'cs-step': CsStepEvent;
    'cs-close': CsCloseEvent;
    'cs-exit': CsExitEvent;
  }
}
