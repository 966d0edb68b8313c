// The one event that the button fires by itself: something failed. Like the others of the widget, it is a `CustomEvent`,
// without detail, because pages of MooTools have something else under the name `Event`.

/** Something failed; `code` is one of the client's codes, or `load` where the form itself did not arrive. */
export class CsErrorEvent extends CustomEvent<null> {
  readonly code: string;
  /** Whether trying again can help. */
  readonly retryable: boolean;

  constructor(code: string, retryable: boolean) {
    super('cs-error', { bubbles: true, composed: true });
    this.code = code;
    this.retryable = retryable;
  }
}
