// The forms in the hotline's frame (isolated mode): the page around them is another site's.

const framed = new WeakSet<Element>();

/** Notes that a form stands in the hotline's frame. Called before the form loads. */
export function noteFramed(form: Element): void {
  framed.add(form);
}

/**
 * Whether a form stands in the hotline's frame. Then the page around it replaces itself when the reporter leaves, and may
 * take the keyboard.
 */
export const isFramed = (form: Element): boolean => framed.has(form);
