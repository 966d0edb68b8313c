// Practice (`practice`): the form works to its last screen, and no report leaves it. Loads only for pages that ask for it.

import { css, html, type CSSResult, type TemplateResult } from 'lit';
import type { Receipt } from '../../core/report/protocol.ts';
import type { MessageKey } from '../../words/messages.ts';
import { adoptLast } from './form.styles.ts';
import type { FormView, Texts } from './form-view.ts';

/** The number of every practice report. */
const REFERENCE = 'ESSAI-1234';

/** The strings that would say that a report was sent, or will be, and the strings in their place. */
const WORDS: Readonly<Partial<Record<MessageKey, MessageKey>>> = {
  's1.privacy': 'practice.privacy',
  's1.privacy.through': 'practice.privacy',
  's1.privacy.alone': 'practice.privacy',
  'ok.title': 'practice.title',
  'ok.thanks': 'practice.thanks',
  'ok.ref': 'practice.ref',
  'ok.ref.hint': 'practice.ref.hint',
  'ok.stamp': 'practice.stamp',
  'ok.next': 'practice.next',
  'ok.receipt.text': 'practice.receipt',
  'many.title': 'practice.title',
  'many.partly': 'practice.title',
  'many.sent': 'practice.ref',
  'many.hint': 'practice.ref.hint',
};

/** The name of a string in practice. */
export const wordInPractice = (key: MessageKey): MessageKey => WORDS[key] ?? key;

/** The receipt of a practice report. It is made here: nothing is requested. */
export const practiceReceipt = (submissionId: string): Receipt => ({
  submissionId,
  reference: REFERENCE,
  receivedAt: `${new Date().toISOString().slice(0, 16)}:00Z`,
});

/** « Entraînement : rien n’est envoyé. », on every view and on paper. */
export const band = (form: Texts): TemplateResult =>
  html`<p class="band" id=${form.id('practice')}>${form.text('practice.band')}</p>`;

const bandStyles: CSSResult = css`
  .panel .band {
    max-inline-size: none;
    margin-block-end: calc(var(--_u) * 3);
    padding: calc(var(--_u) * 2) calc(var(--_u) * 4);
    border: 2px dashed currentcolor;
    border-radius: var(--_card);
    text-align: center;
    font-weight: 600;
  }
`;

/** A form that loads its parts. */
interface Loading extends FormView {
  prepareLater(): Promise<boolean>;
}

/**
 * Loads the strings of practice, which the later part reads, then, without waiting, all that the form may open: a group
 * that trains may have no network later. Rejects without the strings.
 */
export async function begin(form: Loading): Promise<void> {
  adoptLast(form.host, bandStyles);
  const hasLater = await form.prepareLater();
  if (hasLater) await form.localize.loadExtra();
  // A page's own language may lack it. Nobody would know that nothing is sent.
  if (!form.localize.text('practice.band')) throw new Error('no strings for practice');
  // What does not come now loads when it is opened, as in every form.
  void Promise.all([form.later?.extra.load(), form.help?.load(), import('./many.ts').catch(() => {})]);
}
