// The events of the widget. They never carry content, because analytics on the page would collect it. They are
// `CustomEvent`, without detail: pages with MooTools have something else under the name `Event`.

const crossing: EventInit = { bubbles: true, composed: true };

/** The form was opened. */
export class CsOpenEvent extends CustomEvent<null> {
  constructor() {
    super('cs-open', crossing);
  }
}

/** A step is shown; `step` counts from 1 to 3, or to 2 with `flow="page"`. The optional details are no step. */
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

/** The endpoint has confirmed a report. */
export class CsSentEvent extends CustomEvent<null> {
  constructor() {
    super('cs-sent', crossing);
  }
}

/** Something failed; `code` is one of the client's codes, or `load` if the form itself did not arrive. */
export class CsErrorEvent extends CustomEvent<null> {
  readonly code: string;
  /** Whether trying again can help. */
  readonly retryable: boolean;

  constructor(code: string, retryable: boolean) {
    super('cs-error', crossing);
    this.code = code;
    this.retryable = retryable;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cs-open': CsOpenEvent;
    'cs-step': CsStepEvent;
    'cs-close': CsCloseEvent;
    'cs-exit': CsExitEvent;
    'cs-sent': CsSentEvent;
    'cs-error': CsErrorEvent;
  }
}
