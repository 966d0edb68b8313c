// A receipt to keep, as text. It holds the number, the date and the hotline, and nothing of the report, because
// somebody else may find it.

import type { FormView, Texts } from '../form-view.ts';
import { printText } from '../print-text.ts';

const textOf = (form: Texts, reference: string, date: string): string =>
  form.text('ok.receipt.text', { hotline: form.settings.hotline, reference, date });

/** Hands the receipt to the browser as a file. @param date day on which the report arrived, in words */
export function saveReceipt(form: Texts, reference: string, date: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([textOf(form, reference, date)], { type: 'text/plain' }));
  link.download = `${form.text('ok.receipt.file')}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Prints the receipt. */
export const printReceipt = (form: FormView, reference: string, date: string): void =>
  printText(form, textOf(form, reference, date));
