// The follow-up code on the sent view, to be written down or printed; no button copies it. In its place, what became of a
// report that answers a question.

import { html, nothing, type TemplateResult } from 'lit';
import { writtenCode } from '../../../core/follow-up/code.ts';
import { quietButton } from '../../fields/buttons.ts';
import type { FormView, Texts } from '../../form-view.ts';
import { printText } from '../../print-text.ts';
import type { Joining } from '../../asking.ts';
import { codeCard } from '../sent.ts';

/** Where to ask, in a receipt or on paper: no site is named, because it may be the one that was reported. */
export const where = (form: Texts): string => form.text('follow.where', { door: form.text('follow.door') });

export function card(
  form: FormView,
  { joining }: { readonly joining: Joining | undefined },
  code: string | undefined,
): TemplateResult | typeof nothing {
  if (joining === 'added' || joining === 'apart')
    return html`<p class="joined">${form.text(joining === 'added' ? 'follow.added' : 'follow.apart')}</p>`;
  if (code === undefined) return nothing;
  const written = writtenCode(code);
  // The sheet says nothing of the report, of the number or of the hotline.
  const print = (): void => printText(form, `${form.text('ok.code')}\n${written}\n\n${where(form)}`);
  return codeCard(
    form,
    'code',
    written,
    quietButton('save', form.text('follow.print'), print),
    form.text('follow.code.hint'),
  );
}
