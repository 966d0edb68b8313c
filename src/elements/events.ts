// What the widget tells the page. Never any content: host analytics would collect it.

/** The form was opened. */
export class CsOpenEvent extends Event {
  constructor() {
    super('cs-open', { bubbles: true, composed: true });
  }
}

/** A step is shown; `step` counts from 1. */
export class CsStepEvent extends Event {
  readonly step: number;

  constructor(step: number) {
    super('cs-step', { bubbles: true, composed: true });
    this.step = step;
  }
}

/** The endpoint has confirmed a report. */
export class CsSentEvent extends Event {
  constructor() {
    super('cs-sent', { bubbles: true, composed: true });
  }
}

/** Something failed; `code` is one of the client's codes, or `load` where the form itself did not arrive. */
export class CsErrorEvent extends Event {
  readonly code: string;
  /** Whether trying again can help. */
  readonly retryable: boolean;

  constructor(code: string, retryable: boolean) {
    super('cs-error', { bubbles: true, composed: true });
    this.code = code;
    this.retryable = retryable;
  }
}

/** The form was closed. */
export class CsCloseEvent extends Event {
  constructor() {
    super('cs-close', { bubbles: true, composed: true });
  }
}

/** The reporter left by « Quitter vite »; the page is about to be replaced. */
export class CsExitEvent extends Event {
  constructor() {
    super('cs-exit', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'cs-open': CsOpenEvent;
    'cs-step': CsStepEvent;
    'cs-sent': CsSentEvent;
    'cs-error': CsErrorEvent;
    'cs-close': CsCloseEvent;
    'cs-exit': CsExitEvent;
  }
}
