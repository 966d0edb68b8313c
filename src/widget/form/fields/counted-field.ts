// A text field of limited length. Once three quarters are used, the rest is shown, and announced in a pause.

import { html, nothing, type TemplateResult } from 'lit';
import { codePoints } from '../../../core/report/storable-text.ts';
import type { MessageKey } from '../../../words/messages.ts';
import { textField } from './text-field.ts';
import type { FormView, Texts } from '../form-view.ts';

/** A field whose text has at most `limit` code points. */
type CountedField = Parameters<typeof textField>[1] & {
  readonly limit: number;
  readonly type: (value: string) => void;
};

/** Long enough not to announce anything while the reporter types. */
const PAUSE_MS = 1000;

/** Short enough for the count to follow the typing, long enough not to delay a letter. */
const COUNT_DELAY_MS = 250;

// One timer of each kind serves all fields: a reporter types in one at a time.
let pause: ReturnType<typeof setTimeout> | undefined;
let counting: ReturnType<typeof setTimeout> | undefined;

/** The last announcement: its field, and how much is left, in words that change three times in a text. */
let said = '';

/** The message for a length, and the number of characters left or in excess. */
function countOf(text: string, limit: number): [key: MessageKey, values: { n: number }] | undefined {
  const n = limit - codePoints(text);
  if (n < 0) return ['s3.details.over', { n: -n }];
  return n > limit / 4 ? undefined : ['s3.details.left', { n }];
}

/**
 * How much is left, roughly. Only a change is announced: slow typists would hear an exact number after each letter.
 */
const roughly = (left: number, limit: number): string =>
  left < 0 ? 'over' : left <= limit / 20 ? 'little' : left <= limit / 8 ? 'some' : 'a quarter';

/** Announces the count when its rough value changes. */
function sayCount(form: Texts, id: string, text: string, limit: number): void {
  const count = countOf(text, limit);
  const rough = count ? roughly(limit - codePoints(text), limit) : '';
  if (count && said !== `${id} ${rough}`) form.say(...count);
  said = `${id} ${rough}`;
}

/** A text field with its count. */
export function countedField(form: FormView, field: CountedField): TemplateResult {
  const { limit, value } = field;
  const id = form.id(field.name);
  const count = countOf(value, limit);
  const type = (typed: string): void => {
    field.type(typed);
    // Only the count changes on screen, so the form renders a little later, not at each letter.
    counting ??= setTimeout(() => {
      counting = undefined;
      form.host.requestUpdate();
    }, COUNT_DELAY_MS);
    const { step } = form.draft;
    clearTimeout(pause);
    pause = setTimeout(() => {
      if (form.screen.kind === 'step' && form.draft.step === step) sayCount(form, id, typed, limit);
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
