// Remarks about the answers of a draft. A remark never blocks sending, and appears once.

import { addressRemarks } from './addresses.ts';
import type { Draft, Remark, StepId } from './types.ts';
import { placeRemarks } from './places.ts';
import { suggestEmail } from './email-suggestion.ts';

/** An e-mail address, or a telephone number as it is written in France or abroad. */
const IDENTITY =
  /[^\s@<>(,;:]+@[^\s@<>),;:]+\.\p{L}{2,}|(?<!\d)(?:(?:\+|00)\d(?:[\s.()/-]*\d){8,13}|0\d(?:[\s.-]?\d\d){4})(?!\d)/giu;

function whereRemarks(draft: Draft): readonly Remark[] {
  if (draft.answers.where === 'none') return placeRemarks(draft);
  return addressRemarks(draft);
}

const IDENTITY_AND_SPACE = new RegExp(`[^\\S\\n]?(?:${IDENTITY.source})`, IDENTITY.flags);

/** A text without its e-mail addresses and telephone numbers, each with the space before it. The rest is unchanged. */
export const withoutIdentities = (text: string): string => text.replaceAll(IDENTITY_AND_SPACE, '');

function emailRemarks({ answers, settings }: Draft): Remark[] {
  const text = answers.email.trim();
  const isAsked = settings.fields.includes('reply') && answers.reply === 'yes';
  return isAsked && suggestEmail(text) ? [{ field: 'email', code: 'email', text }] : [];
}

function detailsRemarks({ answers, settings }: Draft): Remark[] {
  const found = settings.fields.includes('details') ? (answers.details.match(IDENTITY) ?? []) : [];
  const [text] = found.some((one) => answers.remarked.includes(one)) ? [] : found;
  return text ? [{ field: 'details', code: 'identity', text }] : [];
}

/** Remarks about the answers of the current step, without remarks that were already shown. */
export function remarksOf(draft: Draft): readonly Remark[] {
  const at = (...steps: StepId[]): boolean => steps.includes(draft.step);
  return [
    ...(at('where', 'page') ? whereRemarks(draft) : []),
    ...(at('details', 'page') ? [...detailsRemarks(draft), ...emailRemarks(draft)] : []),
  ].filter(({ text }) => !draft.answers.remarked.includes(text));
}
