// A control knows its field and its answer as properties. Its attributes say neither: analytics that wrap listeners send
// the id, name and value of what is pressed (Mixpanel's and New Relic's automatic capture).

/** A field, or one choice of it. */
export interface Control extends HTMLInputElement {
  /** Name of its field. */
  readonly field?: string;
}

/** A choice of a group, or of a list. */
export interface Choice extends Control {
  readonly answer: string;
}

/** The answer that a group or a list has got. */
export function answerIn({ target }: Event): string {
  const chosen = target instanceof HTMLSelectElement ? target.selectedOptions[0] : target;
  return (chosen as unknown as Choice).answer;
}
