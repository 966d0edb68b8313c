// A text of limited length: what may still be typed is shown, and said in a pause, once three quarters are used.

import { html, nothing, type TemplateResult } from 'lit';
import { codePoints } from '../../core/storable-text.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { textField } from './text-field.ts';
import type { Form } from './form-controller.ts';

const COUNTED_FROM = 0.75;
/** Long enough not to talk while someone types. */
const PAUSE_MS = 1000;

/** One timer for all fields: nobody types in two. */
let pause: ReturnType<typeof setTimeout> | undefined;

/** What is to be said of a length: the message, and how many characters are left, or too many. */
function countOf(text: string, limit: number): [key: MessageKey, values: { n: number }] | undefined {
  const left = limit - codePoints(text);
  if (left > limit * (1 - COUNTED_FROM)) return undefined;
  return left < 0 ? ['s3.details.over', { n: -left }] : ['s3.details.left', { n: left }];
}

/** A text field whose text has at most `limit` code points. */
export function countedField(
  form: Form,
  field: Parameters<typeof textField>[1] & {
    readonly limit: number;
    readonly type: (value: string) => void;
  },
): TemplateResult {
  const { limit } = field;
  const count = countOf(field.value, limit);
  const type = (typed: string): void => {
    field.type(typed);
    const { step } = form.draft;
    clearTimeout(pause);
    pause = setTimeout(() => {
      const said = countOf(typed, limit);
      if (said && form.view === 'step' && form.draft.step === step) form.say(...said);
    }, PAUSE_MS);
  };
  return textField(form, {
    ...field,
    type,
    after: count
      ? html`<p class=${count[0] === 's3.details.over' ? 'hint over' : 'hint'}>${form.text(...count)}</p>`
      : nothing,
  });
}
