// A receipt to keep, on paper or as a file. It holds the number, the date and the hotline, and nothing of the report, because
// somebody else may find it. Frequent reporters may ask for a copy with the category and the links. Those who report for their
// work print one sheet for their file: the steps too, and a place for the code.

import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../../words/messages.ts';
import { quietButton } from '../fields/buttons.ts';
import type { FormView, Texts } from '../form-view.ts';
import { isForWork } from '../help-need.ts';
import { printText } from '../print-text.ts';
import type { Confirmed } from '../screen.ts';
import { waysSheet } from './aims.ts';
import { numberToKeep } from './sent.ts';

/** Where a hand writes the code: it stands on paper only if somebody wants it there. */
const BLANK = '____-____-____-____';

/** Two buttons: one saves the receipt, one prints it. @param date day on which the report arrived, in words */
export function receiptButtons(form: FormView, confirmed: Confirmed, date: string): TemplateResult {
  const receipt = (): string => receiptText(form, confirmed, date);
  const sheet = (): string =>
    [receiptText(form, confirmed, date, `${form.text('ok.code')}\n${BLANK}`), waysSheet(form)].join('\n\n');
  const print = (): void => printText(form, isForWork(form) ? sheet() : receipt());
  // A page's own language may lack the words.
  const receiptButton = (label: MessageKey, make: () => void): TemplateResult | typeof nothing => {
    const text = form.text(label);
    return text ? quietButton('save', text, make) : nothing;
  };
  return html`${receiptButton('ok.receipt', () => saveReceipt(form, receipt()))}
  ${receiptButton(isForWork(form) && form.text('page.sheet') ? 'page.sheet' : 'ok.print', print)}`;
}

/** @param place the place of the code, if it has one */
function receiptText(form: FormView, confirmed: Confirmed, date: string, place = ''): string {
  const { reports, repeat } = confirmed;
  const { hotline } = form.settings;
  const texts = reports.map((report) =>
    form.text('ok.receipt.text', { hotline, reference: numberToKeep(form, report), date }),
  );
  // The code itself stands on paper alone.
  const hasCode = reports.some(({ code }) => code);
  const where = hasCode && form.later?.followUp?.where(form);
  return [...texts, hasCode && place, where, repeat?.isTextWanted && repeat.text]
    .filter(Boolean)
    .join('\n\n');
}

/** Hands the receipt to the browser as a file. */
function saveReceipt(form: Texts, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = `${form.text('ok.receipt.file')}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}
