// The one event that the button fires by itself: something failed.

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
