// The state of one field: somebody types in it, or its value needs correction.

/** Whether somebody types in a field, or its value needs correction. */
export const isAtWork = (field: HTMLInputElement): boolean =>
  (field === document.activeElement && /text|number/.test(field.type)) || field.hasAttribute('aria-invalid');

/** Shows an error under a field; an empty sentence removes the error. */
export function complain(field: HTMLInputElement, sentence: string): void {
  if (sentence) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  field.closest('[data-seed]')!.querySelector('.error')!.textContent = sentence;
}
