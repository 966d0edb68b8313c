// A receipt to keep, as text. It holds the number, the date and the hotline, and nothing of the report, because
// somebody else may find it. Frequent reporters may ask for a copy with the category and the links.

import type { Texts } from '../form-view.ts';
import type { Confirmed } from '../screen.ts';

/** @param date day on which the report arrived, in words */
export function receiptText(form: Texts, { receipt, repeat }: Confirmed, date: string): string {
  const { hotline } = form.settings;
  const text = form.text('ok.receipt.text', { hotline, reference: receipt.reference, date });
  return repeat?.isTextWanted ? `${text}\n\n${repeat.text}` : text;
}

/** Hands the receipt to the browser as a file. */
export function saveReceipt(form: Texts, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = `${form.text('ok.receipt.file')}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}
