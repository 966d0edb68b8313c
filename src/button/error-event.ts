// The event that the button itself sends to the page; those of the form: form-events.ts. Events never carry content:
// analytics on the page would collect it. They are `CustomEvent`, without detail, because pages with MooTools have
// something else under the name `Event`.

export const crossing: EventInit = { bubbles: true, composed: true };

/** Something failed; `code` is one of the client's codes, or `load` where the form itself did not arrive. */
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
    'cs-error': CsErrorEvent;
  }
}
