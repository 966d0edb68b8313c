// The sent view: the number, what happens now, and somebody to talk to.

import { html, nothing, type TemplateResult } from 'lit';
import type { Receipt } from '../../../core/protocol.ts';
import { icon } from '../../icons.ts';
import type { Form } from '../form-controller.ts';
import { helpPanel } from '../help-panel.ts';
import { heading, subheading, type View } from './view.ts';

const tickIcon = icon('M4.5 12.5l5 5 10-11');
const saveIcon = icon('M12 4v11 M7 10.5l5 5 5-5 M5 20h14');

/** A receipt as a text file. It holds the number, the date and the hotline: it may be found by somebody else. */
function saveReceipt(form: Form, { reference, receivedAt }: Receipt): void {
  const date = new Date(receivedAt).toLocaleDateString(form.localize.tag);
  const text = form.text('ok.receipt.text', { hotline: form.settings.hotline, reference, date });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = `${form.text('ok.receipt.file')}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function copy(form: Form, reference: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(reference);
    form.show({ status: 'ok.copied' });
  } catch {
    form.show({ alert: 'ok.copyfail' });
  }
}

function numberCard(form: Form, receipt: Receipt): TemplateResult {
  const { reference, followUpCode } = receipt;
  const copyNumber = (): void => void copy(form, reference);
  const save = (): void => saveReceipt(form, receipt);
  return html`<div class="reference">
      <p>
        <span class="hint">${form.text('ok.ref')}</span>
        <output part="reference" translate="no">${reference}</output>
      </p>
      <button type="button" class="secondary" part="secondary" @click=${copyNumber}>
        ${form.text('ok.copy')}
      </button>
      ${
        followUpCode
          ? html`<p>
              <span class="hint">${form.text('ok.code')}</span>
              <output translate="no">${followUpCode}</output>
            </p>`
          : nothing
      }
    </div>
    <p class="small">${form.text('ok.ref.hint')}</p>
    <button type="button" class="quiet save" @click=${save}>
      ${saveIcon}<span>${form.text('ok.receipt')}</span>
    </button>`;
}

function nextSteps(form: Form): TemplateResult {
  const email = form.delivery?.replyTo;
  return html`${subheading(form, form.text('ok.next'))}
    <ol>
      <li>${form.text('ok.next.1')}</li>
      <li>${form.text('ok.next.2')}</li>
      <li>${email ? form.text('ok.next.3b', { email }) : form.text('ok.next.3a')}</li>
    </ol>
    <p class="small">${form.text('ok.next.note')}</p>`;
}

export function sentView(form: Form): View {
  const title = form.text('ok.title');
  const receipt = form.delivery?.receipt;
  const close = (): void => form.close();
  const again = (): void => form.startAgain();
  return {
    title,
    body: html`<span class="tick">${tickIcon}</span>
      ${heading(form, title)}
      <p>${form.text('ok.thanks')}</p>
      ${receipt ? numberCard(form, receipt) : nothing} ${nextSteps(form)} ${helpPanel(form)}
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
