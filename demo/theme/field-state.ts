// The state of one field: being typed in, or holding what has to be mended.

/** Whether a field is being typed in, or holds what has to be mended. */
export const isAtWork = (field: HTMLInputElement): boolean =>
  (field === document.activeElement && /text|number/.test(field.type)) || field.hasAttribute('aria-invalid');

/** Says under a field what is wrong with it; nothing takes it back. */
export function complain(field: HTMLInputElement, sentence: string): void {
  if (sentence) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  field.closest('[data-seed]')!.querySelector('.error')!.textContent = sentence;
}
