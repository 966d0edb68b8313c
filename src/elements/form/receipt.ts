// A receipt to keep, as text. It holds the number, the date and the hotline, and nothing of the report, because
// somebody else may find it.

import type { Receipt } from '../../core/protocol.ts';
import type { Form } from './form-controller.ts';

/** The day on which the report arrived, in the language of the form. */
export const dateOf = (form: Form, { receivedAt }: Receipt): string =>
  new Date(receivedAt).toLocaleDateString(form.localize.tag, { dateStyle: 'long' });

const textOf = (form: Form, receipt: Receipt): string =>
  form.text('ok.receipt.text', {
    hotline: form.settings.hotline,
    reference: receipt.reference,
    date: dateOf(form, receipt),
  });

/** Hands the receipt to the browser as a file. */
export function saveReceipt(form: Form, receipt: Receipt): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([textOf(form, receipt)], { type: 'text/plain' }));
  link.download = `${form.text('ok.receipt.file')}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Prints the receipt; where what prints it does not arrive, a file can be printed just as well. */
export async function printReceipt(form: Form, receipt: Receipt): Promise<void> {
  const more = await form.needMore();
  if (more) more.printText(form, textOf(form, receipt));
  else saveReceipt(form, receipt);
}
