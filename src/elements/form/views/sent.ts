// The sent view: the number, what happens now, and somebody to talk to.

import { html, nothing, type TemplateResult } from 'lit';
import type { Receipt } from '../../../core/protocol.ts';
import { icon } from '../../icons.ts';
import { copyText } from '../clipboard.ts';
import type { Form } from '../form-controller.ts';
import { helpPanel } from '../help-panel.ts';
import { dateOf, printReceipt, saveReceipt } from '../receipt.ts';
import { lostView } from './failure.ts';
import { heading, said, subheading, type View } from './view.ts';

const tickIcon = icon('M4.5 12.5l5 5 10-11');
const saveIcon = icon('M12 4v11 M7 10.5l5 5 5-5 M5 20h14');
const printIcon = icon('M7 8V3.5h10V8 M7 17H3.5V8h17v9H17 M7 13.5h10v7H7z');

/** A code in groups of four, as it is read aloud. */
const grouped = (code: string): string => (/[ -]/.test(code) ? code : code.replace(/.{4}(?=.)/g, '$& '));

/** The words about a code that is given. */
const WORDS = {
  reference: ['ok.ref', 'ok.ref.hint', 'ok.copy', 'ok.copied', 'ok.copyfail'],
  followUpCode: ['ok.code', 'ok.code.hint', 'ok.code.copy', 'ok.code.copied', 'ok.code.copyfail'],
} as const;

/** A code to keep, and a button that copies it. */
function codeCard(form: Form, kind: keyof typeof WORDS, code: string): TemplateResult {
  const [name, hint, label, copied, refused] = WORDS[kind];
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(code);
    form.status = '';
    form.show(isCopied ? { status: copied } : { alert: refused });
  };
  return html`<div class="reference">
      <p>
        <span class="hint">${form.text(name)}</span>
        <output part="reference" translate="no">${grouped(code)}</output>
      </p>
      <button type="button" class="secondary" part="secondary" @click=${copy}>${form.text(label)}</button>
    </div>
    <p class="small">${form.text(hint)}</p>`;
}

function receiptCards(form: Form, receipt: Receipt): TemplateResult {
  const { reference, followUpCode } = receipt;
  const save = (): void => saveReceipt(form, receipt);
  const print = (): void => void printReceipt(form, receipt);
  const { hotline } = form.settings;
  return html`${codeCard(form, 'reference', reference)}
    <p class="small stamp">${form.text('ok.stamp', { hotline, date: dateOf(form, receipt) })}</p>
    ${followUpCode ? codeCard(form, 'followUpCode', followUpCode) : nothing} ${said(form)}
    <div class="keep">
      <button type="button" class="quiet save" @click=${save}>
        ${saveIcon}<span>${form.text('ok.receipt')}</span>
      </button>
      <button type="button" class="quiet save" @click=${print}>
        ${printIcon}<span>${form.text('ok.print')}</span>
      </button>
    </div>`;
}

function nextSteps(form: Form): TemplateResult {
  const email = form.delivery?.replyTo;
  return html`${subheading(form, form.text('ok.next'))}
    <ol>
      <li>${form.text('ok.next.1')}</li>
      <li>${form.text('ok.next.host')}</li>
      <li>${form.text('ok.next.2')}</li>
      <li>${email ? form.text('ok.next.3b', { email }) : form.text('ok.next.3a')}</li>
    </ol>
    <p class="small">${form.text('ok.next.note')}</p>`;
}

export function sentView(form: Form): View {
  const receipt = form.delivery?.receipt;
  if (!receipt) return lostView(form);
  const title = form.text('ok.title');
  const close = (): void => form.close();
  const again = (): void => form.startAgain();
  return {
    title,
    body: html`<span class="tick">${tickIcon}</span>
      ${heading(form, title)}
      <p>${form.text('ok.thanks')}</p>
      ${receiptCards(form, receipt)} ${nextSteps(form)} ${helpPanel(form)}
      <p class="small cleared">${form.text('ok.cleared')}</p>`,
    footer: html`${
        form.host.isInline
          ? nothing
          : html`<button type="button" class="primary" part="primary" @click=${close}>
              ${form.text('ok.close')}
            </button>`
      } <button type="button" class="quiet" @click=${again}>${form.text('ok.again')}</button>`,
  };
}
