// The data that one form shows beside its answers: errors, remarks, and lines of the review.

/** An error on screen. Its code is that of the form's own rule, or `field` if the endpoint refused the answer. */
export interface ShownError {
  readonly field: string;
  readonly code: string;
  /** The number or the sign that the sentence names, if it names one. */
  readonly n?: number | string;
}

/** A remark about an answer. It never blocks the sending. */
export interface ShownRemark {
  readonly field: string;
  readonly code: string;
  /** The text that it is about. */
  readonly text: string;
}

/** One line of the review. */
export interface Line {
  readonly text: string;
  /** The question that it answers, if the name of its row does not say so. */
  readonly about?: string;
  /** Note below the text. */
  readonly note?: string;
  /** Whether it is an address: read from left to right, and never a link. */
  readonly isAddress?: boolean;
  /** Whether the form supplies these words, as for a choice. All other text is the reporter's own, and private. */
  readonly isOurs?: boolean;
}
